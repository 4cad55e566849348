package dev.mooring.testkit.history;

import dev.mooring.error.ErrorCode;
import dev.mooring.testkit.process.Answer;
import java.util.List;
import java.util.Set;

/** Holds refusals to their word that somebody else was at work. */
final class Excuses {
  private static final Set<ErrorCode> EXCUSES = Set.of(ErrorCode.CONFLICT, ErrorCode.UNAVAILABLE);

  private Excuses() {}

  /** Those that had nobody to blame: nobody worked at the same time, or was killed before. */
  static List<Recorded<Act, Answer>> unfounded(List<Recorded<Act, Answer>> history) {
    return history.stream()
        .filter(Excuses::excuse)
        .filter(
            o ->
                history.stream()
                    .noneMatch(other -> other.number() != o.number() && blamable(other, o)))
        .toList();
  }

  private static boolean excuse(Recorded<Act, Answer> operation) {
    return operation.answer().orElse(null) instanceof Answer.Refused refused
        && EXCUSES.contains(refused.code());
  }

  private static boolean blamable(Recorded<Act, Answer> other, Recorded<Act, Answer> operation) {
    return other.call().kind().changes() && other.overlaps(operation);
  }
}
