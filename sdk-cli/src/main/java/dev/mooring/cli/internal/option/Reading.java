package dev.mooring.cli.internal.option;

import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.spi.Durations;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of a command line, and collects every violation instead of stopping at the first.
 * Not thread-safe.
 */
public final class Reading {
  private final List<Violation> violations = new ArrayList<>();

  /** A size; empty when it is not given or wrong. */
  public Optional<Capacity> size(String field, @Nullable String text) {
    return parsed(field, text, Capacity::parse);
  }

  /** A duration; empty when it is not given or wrong. */
  public Optional<Duration> duration(String field, @Nullable String text) {
    return parsed(field, text, Durations::parse);
  }

  /** A volume, {@code NAME} or {@code KIND/NAME}; empty when it is wrong. */
  public Optional<VolumeRef> volume(String field, String text) {
    return parsed(field, text, VolumeRef::parse);
  }

  /** What a volume is made from; empty when it is not given or wrong. */
  public Optional<VolumeSource> source(String field, @Nullable String text) {
    return parsed(field, text, VolumeSource::parse);
  }

  /** A target, {@code NAME} of the kind, or {@code KIND/NAME}; empty when it is wrong. */
  public Optional<Target> target(String field, String text, TargetKind kind) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Optional.of(Target.of(kind, text))
        : targetKind(field, text.substring(0, slash))
            .map(word -> Target.of(word, text.substring(slash + 1)));
  }

  /** A kind of targets; empty when it is wrong. */
  public Optional<TargetKind> targetKind(String field, String word) {
    Optional<TargetKind> kind = TargetKind.ofWord(word);
    if (kind.isEmpty()) {
      wrong(field, "'" + word + "' is no kind of target: " + words(TargetKind.values()) + " are");
    }
    return kind;
  }

  /** One of the names of an enumeration, in any case; empty when it is not given or wrong. */
  public <E extends Enum<E>> Optional<E> oneOf(
      String field, @Nullable String text, Class<E> choices) {
    return parsed(
        field,
        text,
        word ->
            Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "must be one of " + words(choices.getEnumConstants()))));
  }

  private static String words(Enum<?>[] choices) {
    return Arrays.stream(choices)
        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private <T> Optional<T> parsed(String field, @Nullable String text, Function<String, T> parser) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      wrong(field, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Notes a violation. */
  public void wrong(String field, String message) {
    violations.add(Violation.of(field, message));
  }

  /** What is wrong so far. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidRequestException with all violations, if there are any
   */
  public void check(String verb, String resource) {
    if (!violations.isEmpty()) {
      throw new InvalidRequestException(Problem.tried(verb).on(resource), violations);
    }
  }
}
