package dev.mooring.testkit.history;

import dev.mooring.error.ErrorCode;
import dev.mooring.testkit.process.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with a history, in words. */
final class Verdict {
  private Verdict() {}

  /** The faults of a history, with its seed; empty when there is none. */
  static Optional<String> of(Schedule schedule, List<Recorded<Act, Answer>> history) {
    List<String> faults = new ArrayList<>();
    for (String drive : schedule.drives()) {
      List<Recorded<Act, Answer>> own =
          history.stream()
              .filter(o -> o.call().drive().equals(drive))
              .filter(o -> o.call().kind() != Act.Kind.RECOVER)
              .toList();
      Set<Answer> undone = undone(own);
      List<Recorded<Act, Answer>> unexplained =
          Linearizability.unexplained(
              new DriveModel(undone), own, operation -> observes(operation, undone));
      if (!unexplained.isEmpty()) {
        faults.add("no order explains what was answered about " + drive + lines(unexplained));
      }
      List<Recorded<Act, Answer>> unfounded = Excuses.unfounded(own);
      if (!unfounded.isEmpty()) {
        faults.add(
            "nobody else was at work when this was answered"
                + lines(unfounded)
                + "\nof what was asked until then"
                + lines(until(unfounded.get(0), own)));
      }
    }
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of("history of seed " + schedule.seed() + ":\n" + String.join("\n", faults));
  }

  /** The refusals of attaches at whose time somebody detached the same. */
  private static Set<Answer> undone(List<Recorded<Act, Answer>> history) {
    return history.stream()
        .filter(attach -> attach.call().kind() == Act.Kind.ATTACH)
        .filter(
            attach ->
                history.stream()
                    .filter(other -> other.call().kind() == Act.Kind.DETACH)
                    .filter(other -> other.call().instance().equals(attach.call().instance()))
                    .anyMatch(attach::overlaps))
        .flatMap(attach -> attach.answer().stream())
        .filter(Verdict::mayBeUndone)
        .collect(Collectors.toSet());
  }

  private static boolean mayBeUndone(Answer answer) {
    return answer instanceof Answer.Refused refused
        && (refused.code() == ErrorCode.CONFLICT || refused.code() == ErrorCode.IN_USE);
  }

  /** Whether an operation changes nothing by itself. */
  private static boolean observes(Recorded<Act, Answer> operation, Set<Answer> undone) {
    return !operation.call().kind().changes()
        || (operation.answer().orElse(null) instanceof Answer.Refused refused
            && !undone.contains(refused));
  }

  private static List<Recorded<Act, Answer>> until(
      Recorded<Act, Answer> fault, List<Recorded<Act, Answer>> history) {
    return history.stream().filter(other -> other.began() < fault.ended()).toList();
  }

  private static String lines(List<Recorded<Act, Answer>> operations) {
    return operations.stream()
        .map(Recorded::toString)
        .collect(Collectors.joining("\n  ", ":\n  ", ""));
  }
}
