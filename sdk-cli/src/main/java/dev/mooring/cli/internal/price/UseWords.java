package dev.mooring.cli.internal.price;

import dev.mooring.cli.internal.option.Reading;
import dev.mooring.profile.UseCase;
import java.util.stream.Collectors;

/** Uses, as commands name them. */
final class UseWords {
  private UseWords() {}

  /**
   * The use that a text names.
   *
   * @throws dev.mooring.error.InvalidRequestException when it names none, with those there are
   */
  static UseCase read(String text) {
    return UseCase.find(text)
        .orElseGet(
            () -> {
              Reading reading = new Reading();
              reading.wrong("use", "'" + text + "' is no known use: " + all() + " are");
              reading.check("recommend a profile for", text);
              throw new IllegalStateException(text);
            });
  }

  /** The names of all. */
  static String all() {
    return UseCase.all().stream().map(UseCase::word).collect(Collectors.joining(", "));
  }
}
