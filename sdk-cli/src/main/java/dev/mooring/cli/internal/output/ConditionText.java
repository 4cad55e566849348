package dev.mooring.cli.internal.output;

import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeHealth;
import dev.mooring.volume.VolumeUsage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Health and use of a volume for people. */
public final class ConditionText {
  private ConditionText() {}

  /**
   * Adds a line or two for health, and one for use.
   *
   * @param note why nobody knows the use; may be empty
   */
  public static void add(
      Fields fields, VolumeHealth health, @Nullable VolumeUsage usage, String note) {
    fields.add(
        "health", health.state() + health.reasonIfSet().map(ConditionText::words).orElse(""));
    health.reasonIfSet().ifPresent(reason -> fields.add("what to do", reason.hint()));
    health.unseen().forEach(what -> fields.add("not seen", what));
    fields.add("used", usage == null ? "-" + (note.isEmpty() ? "" : " (" + note + ")") : of(usage));
  }

  private static String words(StatusReason reason) {
    return " since "
        + Words.time(reason.since())
        + ": "
        + reason.reason()
        + (reason.raw().isEmpty() ? "" : ": " + reason.raw());
  }

  private static String of(VolumeUsage usage) {
    Optional<Long> files = Optional.ofNullable(usage.usedInodes());
    return Words.size(usage.used())
        + usage.totalIfKnown().map(total -> " of " + Words.size(total)).orElse("")
        + files.map(number -> ", " + number + " files and folders").orElse("")
        + Optional.ofNullable(usage.totalInodes()).map(most -> " of " + most).orElse("")
        + ", measured "
        + Words.time(usage.sampledAt());
  }
}
