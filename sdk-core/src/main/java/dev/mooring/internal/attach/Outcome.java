package dev.mooring.internal.attach;

import dev.mooring.error.Holder;
import dev.mooring.spi.TargetRecord;
import java.util.List;
import java.util.Optional;

/**
 * How a target's operation stands after help.
 *
 * @param record the target's record as it is now; empty when it is gone
 * @param holders who kept a volume from being attached, as far as this helper saw
 */
record Outcome(Optional<TargetRecord> record, List<Holder> holders) {
  static Outcome of(Optional<TargetRecord> record) {
    return new Outcome(record, List.of());
  }
}
