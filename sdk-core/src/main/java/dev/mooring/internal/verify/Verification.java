package dev.mooring.internal.verify;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.instance.Instance;
import dev.mooring.internal.attach.Liveness;
import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.sized.SizedVolume;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.VerifyOutcome;
import dev.mooring.snapshot.VerifyReport;
import dev.mooring.snapshot.VerifyReport.Difference;
import dev.mooring.spi.Capability;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies one snapshot: with what volumes, attachments and instances do anyway, so that quotas,
 * claims and recovery hold for it as for everybody.
 */
public final class Verification {
  private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final String COPY = "/mooring-verify/copy";
  private static final String SOURCE = "/mooring-verify/source";
  private static final String WORK = "/mooring-verify/work";

  /** A manifest of some ten million files fits. */
  private static final Capacity ROOM = Capacity.gib(2);

  private final Sessions sessions;
  private final RegionSession session;
  private final Snapshot snapshot;
  private final String volumeKey;
  private final Duration limit;
  private final long end;

  /** A verification of a snapshot as it is now, whose volume's record has this key. */
  public Verification(
      Sessions sessions,
      RegionSession session,
      Snapshot snapshot,
      String volumeKey,
      Duration limit) {
    this.sessions = sessions;
    this.session = session;
    this.snapshot = snapshot;
    this.volumeKey = volumeKey;
    this.limit = limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
    this.end = System.nanoTime() + this.limit.toNanos();
  }

  private String resource() {
    return "snapshot/" + snapshot.id();
  }

  private Problem problem() {
    return Problem.tried("verify").on(resource()).in(session.name());
  }

  private Duration left() {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.isNegative() || left.isZero()) {
      throw new StorageTimeoutException(
          problem()
              .because("it took longer than " + limit.toSeconds() + " s")
              .hint("give it more time"),
          "VERIFYING",
          Reason.UNKNOWN.name(),
          "",
          null,
          List.of());
    }
    return left;
  }

  /** Runs it. */
  public VerifyReport run() {
    session.require(Capability.INSTANCES, "verify", resource());
    session.require(Capability.SCRATCH, "verify", resource());
    switch (snapshot.status()) {
      case READY -> {}
      case PENDING, FAILED, DELETING ->
          throw new ConflictException(problem().because("it is " + snapshot.status()));
    }
    left();
    ScratchVolume scratch = ScratchVolume.of(sessions, snapshot);
    try {
      SizedVolume<?> copy = scratch.make(snapshot, session.now().plus(limit)).await(left());
      return report(scratch, copy);
    } finally {
      remove(scratch);
    }
  }

  /** What cannot be removed now must not hide what was found; maintenance removes it later. */
  private void remove(ScratchVolume scratch) {
    try {
      scratch.remove();
    } catch (StorageException e) {
      LOG.warn(
          "{} of {} could not be removed; maintenance will: {}",
          scratch.name(),
          resource(),
          e.getMessage());
    }
  }

  private VerifyReport report(ScratchVolume scratch, SizedVolume<?> copy) {
    Optional<Launch> both = unusedVolume() ? launch(scratch, copy, true) : Optional.empty();
    Launch launch = both.or(() -> launch(scratch, copy, false)).orElseThrow();
    Instance instance = scratch.instances().launch(launch).await(left());
    ManifestReader reader = new ManifestReader(instance, this::left);
    Manifest restored = reader.read(COPY, WORK);
    List<Difference> unreadable = restored.unreadable();
    if (!unreadable.isEmpty()) {
      return report(VerifyOutcome.UNREADABLE, restored, unreadable);
    }
    if (both.isEmpty()) {
      return report(VerifyOutcome.READABLE, restored, List.of());
    }
    List<Difference> differences = restored.against(reader.read(SOURCE, WORK));
    return report(
        differences.isEmpty() ? VerifyOutcome.VERIFIED : VerifyOutcome.DIFFERENT,
        restored,
        differences);
  }

  private VerifyReport report(VerifyOutcome outcome, Manifest restored, List<Difference> found) {
    return new VerifyReport(
        snapshot.id(),
        outcome,
        restored.files(),
        restored.bytes(),
        restored.digest(),
        found.subList(0, Math.min(found.size(), VerifyReport.MOST)),
        found.size());
  }

  /** Claims the volumes; empty when the snapshot's volume cannot be had after all. */
  private Optional<Launch> launch(ScratchVolume scratch, SizedVolume<?> copy, boolean withVolume) {
    LaunchRequest request =
        scratch.attachments().to(scratch.target()).mount(copy.ref(), COPY).scratch(ROOM, WORK);
    try {
      return Optional.of(
          (withVolume ? request.mountReadOnly(snapshot.volume(), SOURCE) : request).plan().apply());
    } catch (InUseException | InvalidRequestException | ConflictException e) {
      if (withVolume) {
        LOG.debug("{} is verified without its volume: {}", resource(), e.getMessage());
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whether the very volume is there, and nobody uses it. */
  private boolean unusedVolume() {
    return session
        .volumes()
        .get(volumeKey)
        .filter(record -> record.spec().id().equals(snapshot.volumeId()))
        .filter(record -> !record.leaving())
        .filter(record -> record.provisioned().state() == ProvisioningState.AVAILABLE)
        .filter(this::free)
        .isPresent();
  }

  private boolean free(VolumeRecord record) {
    return Liveness.of(session, record).stream().noneMatch(held -> held.live())
        && Usage.users(session, record).stream().noneMatch(VolumeUser::active);
  }
}
