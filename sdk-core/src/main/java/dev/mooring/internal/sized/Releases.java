package dev.mooring.internal.sized;

import dev.mooring.error.ConflictException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import java.util.Optional;

/** What keeps a volume from being released, beside its users. */
final class Releases {
  private Releases() {}

  /**
   * Refuses it.
   *
   * @throws ConflictException while something is under way that releasing would cut off
   * @throws dev.mooring.error.ProtectedException while it is protected
   */
  static void check(RegionSession session, VolumeRecord volume) {
    Problem problem = Problem.tried("release").on(volume.resource()).in(session.name());
    Optional<OperationRecord> deletion = volume.running(OperationType.DELETE);
    if (deletion.filter(d -> d.passed(VolumeSteps.RELEASE)).isPresent()) {
      return;
    }
    if (volume.custody().protection().isPresent()) {
      throw VolumeProtection.refusal(session, volume, "release");
    }
    if (volume.deleting() || (deletion.isPresent() && !volume.custody().forgets())) {
      throw new ConflictException(problem.because("it is being deleted"));
    }
    if (volume.trash() != null) {
      throw new ConflictException(problem.because("it is in the trash").hint("restore it first"));
    }
    volume.operations().stream()
        .filter(o -> o.type() != OperationType.DELETE)
        .filter(o -> Settling.effective(volume, o).running())
        .findFirst()
        .ifPresent(
            o -> {
              throw new ConflictException(
                  problem
                      .because("its operation " + o.id().value() + " is under way")
                      .hint("wait for its end"));
            });
  }
}
