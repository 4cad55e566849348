package dev.mooring.kubernetes.internal.audit;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.kubernetes.internal.record.Version;
import dev.mooring.spi.Auditing.Orphan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Findings about objects, called as kubectl would call them. */
final class Orphans {
  /** The word of VolumeSnapshots. */
  static final String SNAPSHOT = "volumesnapshot";

  private Orphans() {}

  static Orphan of(
      AuditKind kind,
      HasMetadata object,
      @Nullable String since,
      String words,
      AuditAction action) {
    Instant time = Times.of(since);
    return new Orphan(
        kind,
        name(object),
        Version.of(object).toString(),
        time.equals(Instant.EPOCH) ? null : time,
        words,
        action);
  }

  /** For example {@code pv/pvc-1}. */
  static String name(HasMetadata object) {
    return word(object) + "/" + object.getMetadata().getName();
  }

  private static String word(HasMetadata object) {
    if (object instanceof PersistentVolume) {
      return "pv";
    }
    if (object instanceof PersistentVolumeClaim) {
      return "pvc";
    }
    return object instanceof ConfigMap ? "configmap" : SNAPSHOT;
  }
}
