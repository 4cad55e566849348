package dev.mooring.cli.internal.option;

import dev.mooring.attachment.TrainingLayout;
import dev.mooring.volume.Capacity;
import java.util.Optional;

/** One {@code DATASETS[:SIZE],CHECKPOINTS[:SIZE],SCRATCH}. */
final class TrainingArgument {
  private TrainingArgument() {}

  /** Reads one; empty when it is wrong. */
  static Optional<TrainingLayout> read(Reading reading, String field, String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 3) {
      reading.wrong(
          field,
          "must be DATASETS[:SIZE],CHECKPOINTS[:SIZE],SCRATCH, like corpus,checkpoints,200GB");
      return Optional.empty();
    }
    String[] datasets = parts[0].split(":", 2);
    String[] checkpoints = parts[1].split(":", 2);
    if (datasets.length != checkpoints.length) {
      reading.wrong(field, "must give a size for both filesystems, or for none");
      return Optional.empty();
    }
    Optional<Capacity> scratch = reading.size(field + ".scratch", parts[2]);
    Optional<TrainingLayout> layout =
        scratch.map(size -> TrainingLayout.of(datasets[0], checkpoints[0], size));
    if (datasets.length == 1) {
      return layout;
    }
    Optional<Capacity> first = reading.size(field + ".datasets", datasets[1]);
    Optional<Capacity> second = reading.size(field + ".checkpoints", checkpoints[1]);
    return layout.flatMap(
        all -> first.flatMap(size -> second.map(other -> all.creating(size, other))));
  }
}
