package dev.mooring.internal.layer;

import dev.mooring.access.Owner;
import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.admin.ClassManifest;
import dev.mooring.admin.ClassReport;
import dev.mooring.admin.StorageClassSpec;
import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.attachment.Target;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.InstanceState;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Profile;
import dev.mooring.secret.Secret;
import dev.mooring.spi.Adoptable;
import dev.mooring.spi.Auditing;
import dev.mooring.spi.ClassReview;
import dev.mooring.spi.Created;
import dev.mooring.spi.Describing;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.HealthChecking;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.Remains;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.SnapshotFeasibility;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.UsageSampling;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeKind;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One value of every type that a method of the SPI takes or answers. */
final class SpiAnswers {
  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(boolean.class, true),
          Map.entry(String.class, "name"),
          Map.entry(Duration.class, Duration.ofMinutes(10)),
          Map.entry(Instant.class, Samples.TIME),
          Map.entry(Optional.class, Optional.empty()),
          Map.entry(List.class, new ArrayList<>()),
          Map.entry(Set.class, new HashSet<>()),
          Map.entry(Collection.class, new ArrayList<>()),
          Map.entry(Map.class, new TreeMap<>()),
          Map.entry(VolumeRecord.class, Samples.volume()),
          Map.entry(StoredRecord.class, Samples.volume()),
          Map.entry(ShareRecord.class, Samples.share()),
          Map.entry(SnapshotRecord.class, Samples.snapshot()),
          Map.entry(SnapshotSpec.class, Samples.snapshot().spec()),
          Map.entry(Remains.class, Remains.nothing()),
          Map.entry(
              SnapshotFeasibility.class,
              new SnapshotFeasibility(Samples.snapshot().spec(), List.of())),
          Map.entry(TargetRecord.class, Samples.target()),
          Map.entry(StaticVolumeSpec.class, StaticVolumeSpec.of("nfs.csi.k8s.io")),
          Map.entry(Adoptable.class, Adoptable.refused(List.of())),
          Map.entry(StorageClassSpec.class, StorageClassSpec.of("fast", "csi.example.com")),
          Map.entry(ClassManifest.class, new ClassManifest("kind: x", Secret.of("kind: x"))),
          Map.entry(ClassReview.class, new ClassReview(List.of(), List.of(), List.of())),
          Map.entry(
              ClassReport.class,
              new ClassReport(
                  "fast", "csi.example.com", "Example", Map.of(), List.of(), List.of())),
          Map.entry(long.class, 7L),
          Map.entry(TargetMount.class, Samples.mount()),
          Map.entry(VolumeSpec.class, Samples.spec()),
          Map.entry(Auditing.Scope.class, new Auditing.Scope(Duration.ZERO, key -> true)),
          Map.entry(Auditing.Audited.class, new Auditing.Audited(List.of(), List.of())),
          Map.entry(
              Auditing.Orphan.class,
              new Auditing.Orphan(
                  AuditKind.FOREIGN, "pvc/x", "1", null, "", AuditAction.byHand("leave it"))),
          Map.entry(Describing.Described.class, Describing.Described.nothing()),
          Map.entry(HealthChecking.Checked.class, HealthChecking.Checked.well()),
          Map.entry(UsageSampling.Sampled.class, UsageSampling.Sampled.unknown("nobody asks")),
          Map.entry(Target.class, Target.instance("trainer-0")),
          Map.entry(Owner.class, Owner.user("ana")),
          Map.entry(Profile.class, Profile.of("block", VolumeKind.DRIVE, "fast-rwo")),
          Map.entry(MountPath.class, new MountPath("/data")),
          Map.entry(RecordQuery.class, RecordQuery.where(Map.of())),
          Map.entry(Availability.class, Availability.available()),
          Map.entry(Features.class, Features.unknown()),
          Map.entry(ExecResult.class, new ExecResult(0, "", "")),
          Map.entry(Created.class, new Created<>(Samples.volume(), true)),
          Map.entry(RecordPage.class, new RecordPage<>(List.of(Samples.volume()), null)),
          Map.entry(RecordStore.Watch.class, none(RecordStore.Watch.class)),
          Map.entry(RecordListener.class, none(RecordListener.class)),
          Map.entry(StorageBackend.class, none(StorageBackend.class)),
          Map.entry(RecordStore.class, none(RecordStore.class)),
          Map.entry(
              InstanceHosting.Hosted.class,
              new InstanceHosting.Hosted("x", InstanceState.RUNNING, null, Samples.TIME)),
          Map.entry(
              Feasibility.class,
              new Feasibility(Samples.spec(), SizeEnforcement.NONE, List.of(), List.of())));

  private SpiAnswers() {}

  static Object of(Class<?> type) {
    Object value = VALUES.get(type);
    if (value == null) {
      throw new AssertionError("the test needs a value of " + type);
    }
    return value;
  }

  static Object[] of(Class<?>[] types) {
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = of(types[i]);
    }
    return values;
  }

  /** An object of which no method is called. */
  private static <T> T none(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("equals")) {
                return proxy == arguments[0];
              }
              if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("hashCode") ? 1 : type.getSimpleName();
              }
              throw new AssertionError("nobody calls " + method);
            }));
  }
}
