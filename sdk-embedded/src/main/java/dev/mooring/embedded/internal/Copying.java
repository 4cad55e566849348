package dev.mooring.embedded.internal;

import dev.mooring.spi.Provisioned;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** The step that fills a folder from a source, which may be deleted meanwhile. */
final class Copying {
  private final Clock clock;

  Copying(Clock clock) {
    this.clock = clock;
  }

  /**
   * Copies, unless that is done.
   *
   * @param pending how far it was before
   * @param source the folder to copy
   * @param asked what the source is called, for people
   * @return how far it is then: for ever failed when the source is gone
   */
  <I> Provisioned advance(
      Provisioned pending, MarkedFolders<I> folders, I id, Path source, Object asked)
      throws IOException {
    try {
      folders.makeFrom(id, source);
    } catch (IOException e) {
      if (Layout.isThere(source)) {
        throw e;
      }
      Instant now = clock.instant();
      StatusReason why = new StatusReason(Reason.SOURCE_GONE, asked + " is gone", now);
      return pending.to(ProvisioningState.FAILED, now).because(why, true);
    }
    return pending.to(ProvisioningState.PROVISIONING, clock.instant());
  }
}
