package dev.mooring.internal.verify;

import dev.mooring.attachment.Target;
import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.instance.Instance;
import dev.mooring.internal.attach.DefaultAttachments;
import dev.mooring.internal.attach.Mountables;
import dev.mooring.internal.instance.DefaultInstances;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.sized.DefaultCloudDrives;
import dev.mooring.internal.sized.DefaultSharedFilesystems;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.sized.SizedVolume;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Labels;
import dev.mooring.volume.VolumeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The volume that a snapshot is restored into to be verified, and the instance of the same name
 * that reads it. The volume is made first and goes last, and says until when it is used: from its
 * record alone whoever looks later can take away all that a killed program left.
 */
public final class ScratchVolume {
  private static final String LABEL = "mooring-verify";
  private static final String UNTIL = "mooring-verify-until";
  private static final Pattern NAME = Pattern.compile("verify-[0-9a-f]{12}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  /** What a program may still do when its limit has passed. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final Sessions sessions;
  private final String name;
  private final VolumeKind kind;
  private final String region;

  private ScratchVolume(Sessions sessions, String name, VolumeKind kind, String region) {
    this.sessions = sessions;
    this.name = name;
    this.kind = kind;
    this.region = region;
  }

  /** A new one, not made yet, for a snapshot. */
  static ScratchVolume of(Sessions sessions, Snapshot snapshot) {
    String random = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    VolumeKind kind = snapshot.volume().kindIfGiven().orElseThrow();
    return new ScratchVolume(sessions, "verify-" + random, kind, snapshot.region());
  }

  String name() {
    return name;
  }

  Target target() {
    return Target.instance(name).region(region);
  }

  DefaultAttachments attachments() {
    return new DefaultAttachments(
        sessions,
        new Mountables(new DefaultCloudDrives(sessions), new DefaultSharedFilesystems(sessions)));
  }

  DefaultInstances instances() {
    return new DefaultInstances(sessions, attachments());
  }

  /** Makes it from the snapshot, to be used until then. */
  SizedVolume<?> make(Snapshot snapshot, Instant until) {
    Labels labels =
        Labels.of(LABEL, snapshot.id().value())
            .with(UNTIL, Long.toString(until.plus(GRACE).getEpochSecond()));
    String words = "a copy of " + snapshot.id() + " that is being verified";
    return kind == VolumeKind.FILESYSTEM
        ? new DefaultSharedFilesystems(sessions)
            .create(name, f -> f.from(snapshot).labels(labels).description(words))
        : new DefaultCloudDrives(sessions)
            .create(name, d -> d.from(snapshot).labels(labels).description(words));
  }

  /** Takes away the instance, its attachments and the volume. May be repeated. */
  void remove() {
    instances()
        .list()
        .filter(instance -> instance.name().equals(name) && instance.region().equals(region))
        .forEach(Instance::stop);
    attachments().of(target()).detachAll().await();
    (kind == VolumeKind.FILESYSTEM
            ? new DefaultSharedFilesystems(sessions).find(name)
            : new DefaultCloudDrives(sessions).find(name))
        .ifPresent(volume -> volume.purge().await());
  }

  /** Removes those of a region whose time has passed; what fails is told and stops no other. */
  public static void removeExpired(
      Sessions sessions, RegionSession session, BiConsumer<String, StorageException> failed) {
    if (!session.can(Capability.INSTANCES) || !session.can(Capability.SNAPSHOTS)) {
      return;
    }
    RecordQuery all = RecordQuery.where(Map.of(Index.ACCOUNT, session.account()));
    VolumeListing.pages(all, session.volumes()::list)
        .forEach(
            page ->
                page.records().stream()
                    .filter(record -> expired(record, session.now()))
                    .forEach(record -> removeExpired(sessions, session, record, failed)));
  }

  private static void removeExpired(
      Sessions sessions,
      RegionSession session,
      VolumeRecord record,
      BiConsumer<String, StorageException> failed) {
    try {
      new ScratchVolume(sessions, record.spec().name(), record.spec().kind(), session.name())
          .remove();
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      failed.accept(record.resource(), e);
    }
  }

  /** All its marks must be there: nobody's own volume has its source in a label by chance. */
  private static boolean expired(VolumeRecord record, Instant now) {
    Map<String, String> labels = record.spec().labels().entries();
    String until = labels.getOrDefault(UNTIL, "");
    return NAME.matcher(record.spec().name()).matches()
        && record
            .spec()
            .madeFrom()
            .filter(source -> source.isSnapshot() && source.id().equals(labels.get(LABEL)))
            .isPresent()
        && SECONDS.matcher(until).matches()
        && Instant.ofEpochSecond(Long.parseLong(until)).isBefore(now);
  }
}
