package dev.mooring.testkit.history;

import dev.mooring.testkit.process.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a history, in words. */
final class Verdict {
  private static final DriveModel MODEL = new DriveModel();

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
      List<Recorded<Act, Answer>> unexplained =
          Linearizability.unexplained(MODEL, own, Verdict::observes);
      if (!unexplained.isEmpty()) {
        faults.add("no order explains what was answered about " + drive + lines(unexplained));
      }
      List<Recorded<Act, Answer>> unfounded = Excuses.unfounded(own);
      if (!unfounded.isEmpty()) {
        faults.add("nobody else was at work when this was answered" + lines(unfounded));
      }
    }
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of("history of seed " + schedule.seed() + ":\n" + String.join("\n", faults));
  }

  /** Whether an operation changes nothing by itself. */
  private static boolean observes(Recorded<Act, Answer> operation) {
    return !operation.call().kind().changes()
        || operation.answer().orElse(null) instanceof Answer.Refused;
  }

  private static String lines(List<Recorded<Act, Answer>> operations) {
    return operations.stream()
        .map(Recorded::toString)
        .collect(Collectors.joining("\n  ", ":\n  ", ""));
  }
}
