package dev.mooring.internal.volume;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Reason;
import java.util.Optional;

/**
 * A growth that counts before the backend knows of it, because what a backend has grown nobody can
 * take back: once it is stored the sum is made again, and it begins or goes.
 */
public final class Reservation {
  private Reservation() {}

  /** The record with its reserved growth begun or refused; empty while others have to go first. */
  static Optional<VolumeRecord> judge(
      RegionSession session, VolumeRecord record, OperationRecord growth) {
    Optional<QuotaOrder.Share> mine = QuotaOrder.Share.ofGrowth(record);
    if (mine.isEmpty()) {
      return Optional.of(begun(session, record, growth));
    }
    QuotaOrder.Look look = QuotaOrder.look(session, mine.get());
    return switch (look.verdict()) {
      case FITS -> Optional.of(begun(session, record, growth));
      case OTHERS_GO -> Optional.empty();
      case BEYOND -> Optional.of(refused(session, record, growth, String.valueOf(look.excess())));
    };
  }

  private static VolumeRecord begun(
      RegionSession session, VolumeRecord record, OperationRecord growth) {
    return record.withOperation(growth.with(session.now(), Growths.RESIZING, ""));
  }

  /** The record without a growth that lies beyond a quota. */
  public static VolumeRecord refused(
      RegionSession session, VolumeRecord record, OperationRecord growth, String words) {
    return record.unresized().withOperation(growth.failed(Reason.QUOTA, words, session.now()));
  }

  /** How a growth begins: it says from what size to what. */
  public static OperationRecord begin(
      RegionSession session, VolumeRecord record, OperationRecord growth, Capacity size) {
    String what = "from " + Capacity.ofBytes(record.spec().sizeBytes()) + " to " + size;
    boolean limited = !QuotaLimit.of(session, record.spec().profile()).isEmpty();
    return growth.with(session.now(), limited ? Growths.RESERVED : Growths.RESIZING, what);
  }
}
