package dev.mooring.testkit.history;

import dev.mooring.error.ErrorCode;
import dev.mooring.testkit.process.Answer;
import java.util.List;
import java.util.Set;

/**
 * Holds refusals to their word that somebody else was at work; those that name only pods, to a
 * start at the same time, which may be over when they look who stands for its pod, or to one that
 * came to nothing: its pod is there for a moment, and as long as its process was killed.
 */
final class Excuses {
  private static final Set<ErrorCode> EXCUSES = Set.of(ErrorCode.CONFLICT, ErrorCode.UNAVAILABLE);

  private static final String POD = "pod/";

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
        && (EXCUSES.contains(refused.code()) || inTheWay(operation, refused));
  }

  /** Whether pods that nobody stands for kept it from what it wanted; detaching is different. */
  private static boolean inTheWay(Recorded<Act, Answer> operation, Answer.Refused refused) {
    return operation.call().kind() != Act.Kind.DETACH && onlyPods(refused);
  }

  /** Whether it says that a volume is in use, by nothing but pods. */
  static boolean onlyPods(Answer.Refused refused) {
    return refused.code() == ErrorCode.IN_USE
        && !refused.details().isEmpty()
        && refused.details().stream().allMatch(holder -> holder.startsWith(POD));
  }

  private static boolean blamable(Recorded<Act, Answer> other, Recorded<Act, Answer> operation) {
    if (operation.answer().orElse(null) instanceof Answer.Refused refused
        && inTheWay(operation, refused)) {
      return startOf(other, refused)
          && (inVain(other) ? other.began() < operation.ended() : other.overlaps(operation));
    }
    return other.call().kind().changes() && other.overlaps(operation);
  }

  /** Whether it started the instance of a pod that an answer names; pods are called as it is. */
  private static boolean startOf(Recorded<Act, Answer> other, Answer.Refused refused) {
    return other.call().kind() == Act.Kind.START
        && refused.details().stream()
            .anyMatch(holder -> holder.startsWith(POD + other.call().instance()));
  }

  /** Whether a start may have left a pod behind. */
  private static boolean inVain(Recorded<Act, Answer> start) {
    return !(start.answer().orElse(null) instanceof Answer.Done);
  }
}
