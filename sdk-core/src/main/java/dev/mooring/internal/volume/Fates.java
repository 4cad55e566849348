package dev.mooring.internal.volume;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.validate.Shown;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Warning;
import dev.mooring.spi.Remains;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import java.util.Optional;

/** What becomes of a volume's data with its deletion, in words. */
public final class Fates {
  private Fates() {}

  /** What becomes, or became, of its data; an adopted volume's are not Mooring's to look after. */
  public static Remains of(RegionSession session, VolumeRecord record) {
    return record.custody().adoption().isPresent()
        ? new Remains(Remains.Fate.STAYING, "", "it is adopted: its data are not Mooring's")
        : session.provisioning().remains(record);
  }

  /** The same in a clause. */
  public static String words(Remains remains) {
    String where = remains.place().isEmpty() ? "" : ": " + remains.place();
    String why = remains.words().isEmpty() ? "" : " (" + remains.words() + ")";
    return switch (remains.fate()) {
      case NOTHING -> "it has no data yet";
      case GOING -> "its data go too" + where + why;
      case STAYING -> "its data stay" + where + why;
      case UNKNOWN -> "what becomes of its data is unknown" + why;
    };
  }

  /** Why nothing more can be done with a volume that is leaving, as the rest of a sentence. */
  public static String leaving(VolumeRecord record) {
    Trash trash = record.trash();
    return trash == null || record.deleting() || record.running(OperationType.DELETE).isPresent()
        ? "is being deleted"
        : "is in the trash until " + Shown.time(trash.until()) + ": restore it first";
  }

  /** That its data stay. */
  public static Optional<Warning> warning(VolumeRecord record, Remains remains) {
    return remains.staying()
        ? Optional.of(new Warning(Warning.DATA_STAYS, record.resource(), words(remains)))
        : Optional.empty();
  }
}
