package dev.mooring.testkit.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.ErrorCode;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.junit.Sentences;
import dev.mooring.testkit.process.Answer;
import dev.mooring.testkit.process.ClientProcess;
import dev.mooring.testkit.process.Command;
import dev.mooring.volume.Capacity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * 200 threads of 4 processes create one name at the same moment, half of them in each of two
 * regions and each with a size of its own: exactly one volume survives in every round, the others
 * are told which, and no other name is reserved.
 */
@DisplayNameGeneration(Sentences.class)
public abstract class RegionRaceSuite {
  private static final int PROCESSES = 4;
  private static final int THREADS = 50;
  private static final String DRIVE = "contested";

  /** For subclasses. */
  protected RegionRaceSuite() {}

  /** The two regions under test. */
  protected abstract RegionsFixture fixture();

  /**
   * A {@code mooring.yaml} of both regions, {@code us-central} and {@code eu-west}, through which
   * processes reach the same stores; the first is the home.
   *
   * @param region where requests go that name no region
   */
  protected abstract Path configuration(String region);

  /** How many rounds the race has. */
  protected abstract int rounds();

  @Test
  void ofThoseWhoCreateOneNameInTwoRegionsExactlyOneWins() {
    int[] wins = new int[2];
    try (TwoRegions world = new TwoRegions(fixture())) {
      List<ClientProcess> processes = new ArrayList<>();
      try {
        for (int p = 0; p < PROCESSES; p++) {
          processes.add(ClientProcess.start(configuration(region(p)), world.account));
        }
        for (int round = 0; round < rounds(); round++) {
          wins[winner(world, race(processes), round) / THREADS % 2]++;
          world.connect().cloudDrives().named(DRIVE).purge().await(RegionsTopic.PATIENCE);
          assertThat(world.names(TwoRegions.HOME)).as("names after round %s", round).isEmpty();
        }
      } finally {
        processes.forEach(ClientProcess::close);
      }
    }
    System.out.printf(
        "Race, one name in two regions: %d rounds of %d threads in %d processes; won in %s %d"
            + " times, in %s %d times%n",
        rounds(), PROCESSES * THREADS, PROCESSES, region(0), wins[0], region(1), wins[1]);
  }

  private static String region(int process) {
    return process % 2 == 0 ? TwoRegions.HOME : TwoRegions.OTHER;
  }

  private static List<Answer> race(List<ClientProcess> processes) {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int p = 0; p < PROCESSES; p++) {
      int first = p * THREADS;
      List<Command> own =
          IntStream.range(first, first + THREADS)
              .mapToObj(i -> Command.create(DRIVE, size(i)))
              .toList();
      answers.addAll(processes.get(p).hold(own));
    }
    processes.forEach(ClientProcess::go);
    return answers.stream().map(ClientProcess::await).toList();
  }

  private static Capacity size(int contender) {
    return Capacity.ofBytes(1_000_000_000L + contender * 1_000_000L);
  }

  /** The only one that got the name; all others are told whose it is. */
  private static int winner(TwoRegions world, List<Answer> answers, int round) {
    List<Integer> winners =
        IntStream.range(0, answers.size())
            .filter(i -> answers.get(i) instanceof Answer.Done)
            .boxed()
            .toList();
    assertThat(winners)
        .as("winners of round %s: %s", round, answers.stream().distinct().limit(9).toList())
        .hasSize(1);
    int winner = winners.get(0);
    String id = answers.get(winner).values().get(0);
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Answer.Done))
        .as("losers of round %s", round)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> {
                          assertThat(refused.code())
                              .as(refused.message())
                              .isEqualTo(ErrorCode.ALREADY_EXISTS);
                          assertThat(refused.details()).containsExactly(id);
                        }));
    Settled.volumes(world, 1);
    List<VolumeRecord> volumes = world.volumes();
    assertThat(volumes.get(0).spec().id().value()).isEqualTo(id);
    assertThat(volumes.get(0).spec().sizeBytes()).isEqualTo(size(winner).bytes());
    assertThat(volumes.get(0).spec().region()).isEqualTo(region(winner / THREADS));
    world.assertNamesOfVolumes();
    return winner;
  }
}
