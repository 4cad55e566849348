package dev.mooring.testkit.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.process.Answer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What happened in the rounds of a race. */
final class Tally {
  private int rounds;
  private int winners;
  private int losers;
  private int contended;
  private long together;

  /** Notes a round: who won, and whether the others had begun when the first one ended. */
  void round(List<Answer> answers) {
    rounds++;
    Instant firstEnd = answers.stream().map(Tally::ended).min(Instant::compareTo).orElseThrow();
    Set<Integer> processes = new HashSet<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Answer.Done) {
        winners++;
      } else {
        losers++;
      }
      if (began(answers.get(i)).isBefore(firstEnd)) {
        together++;
        processes.add(Contenders.processOf(i));
      }
    }
    if (processes.size() > 1) {
      contended++;
    }
  }

  /** Prints what happened; fails when nobody was in anybody's way. */
  void report(String race) {
    System.out.printf(
        "Race, %s: %d rounds of %d threads in %d processes: %d got it, %d did not; %d rounds were"
            + " fought for by several processes at once, %d threads on average%n",
        race,
        rounds,
        Contenders.ALL,
        Contenders.PROCESSES,
        winners,
        losers,
        contended,
        together / Math.max(1, rounds));
    assertThat(rounds).as("rounds").isPositive();
    assertThat(contended).as("rounds that several processes fought for").isPositive();
  }

  private static Instant began(Answer answer) {
    return answer instanceof Answer.Done done ? done.began() : refused(answer).began();
  }

  private static Instant ended(Answer answer) {
    return answer instanceof Answer.Done done ? done.ended() : refused(answer).ended();
  }

  private static Answer.Refused refused(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      return refused;
    }
    throw new AssertionError("nobody kills contenders: " + answer);
  }
}
