package dev.mooring.testkit.race;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.ErrorCode;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.junit.Sentences;
import dev.mooring.testkit.process.Answer;
import dev.mooring.testkit.process.Command;
import dev.mooring.testkit.process.SharedAccount;
import dev.mooring.testkit.process.SharedFixture;
import dev.mooring.volume.Capacity;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * 64 threads in 4 processes want one name, or one drive, at the same moment: exactly one gets it in
 * every round, the others are told who, and nothing is left or there twice. A backend's test
 * extends it:
 *
 * <pre>{@code
 * class MyRaceTest extends RaceSuite {
 *   @AutoClose private static final SharedFixture FIXTURE = new MyFixture();
 *
 *   @Override
 *   protected SharedFixture fixture() {
 *     return FIXTURE;
 *   }
 *
 *   @Override
 *   protected int rounds() {
 *     return Figures.of(10, 100);
 *   }
 * }
 * }</pre>
 */
@DisplayNameGeneration(Sentences.class)
public abstract class RaceSuite {
  private static final String DRIVE = "contested";

  /** For subclasses. */
  protected RaceSuite() {}

  /** The backend under test; the same for all tests. */
  protected abstract SharedFixture fixture();

  /** How many rounds each race has. */
  protected abstract int rounds();

  @Test
  void whoCreateOneNameByTheSameRequestGetOneVolume() {
    Tally tally = new Tally();
    try (SharedAccount account = SharedAccount.in(fixture());
        Contenders contenders = new Contenders(account)) {
      for (int round = 0; round < rounds(); round++) {
        List<Answer> answers = contenders.race(i -> Command.create(DRIVE, gb(1)));
        tally.round(answers);
        assertThat(answers.stream().map(Answer::values).distinct())
            .as("ids told in round %s", round)
            .containsExactly(List.of(only(account, round)));
        remove(account);
      }
    }
    tally.report("one name by the same request");
  }

  @Test
  void ofThoseWhoCreateOneNameByDifferentRequestsExactlyOneWins() {
    Tally tally = new Tally();
    try (SharedAccount account = SharedAccount.in(fixture());
        Contenders contenders = new Contenders(account)) {
      for (int round = 0; round < rounds(); round++) {
        List<Answer> answers = contenders.race(i -> Command.create(DRIVE, size(i)));
        tally.round(answers);
        int winner = winner(answers, round);
        String id = answers.get(winner).values().get(0);
        assertThat(only(account, round)).as("the drive of round %s", round).isEqualTo(id);
        assertThat(account.client().cloudDrives().named(DRIVE).size()).isEqualTo(size(winner));
        assertLosers(answers, round, ErrorCode.ALREADY_EXISTS, id);
        remove(account);
      }
    }
    tally.report("one name by different requests");
  }

  @Test
  void ofThoseWhoClaimOneDriveExactlyOneWins() {
    Tally tally = new Tally();
    try (SharedAccount account = SharedAccount.in(fixture());
        Contenders contenders = new Contenders(account)) {
      account.client().cloudDrives().create(DRIVE, d -> d.size(gb(1))).await();
      for (int round = 0; round < rounds(); round++) {
        List<Answer> answers =
            contenders.race(i -> Command.attach(DRIVE, "contender-" + i, "/data"));
        tally.round(answers);
        String winner = "contender-" + winner(answers, round);
        assertLosers(answers, round, ErrorCode.IN_USE, "instance/" + winner);
        free(account, winner, round);
      }
      remove(account);
    }
    tally.report("one drive");
  }

  private static Capacity size(int contender) {
    return gb(1 + contender);
  }

  private static int winner(List<Answer> answers, int round) {
    List<Integer> winners =
        IntStream.range(0, answers.size())
            .filter(i -> answers.get(i) instanceof Answer.Done)
            .boxed()
            .toList();
    assertThat(winners).as("winners of round %s: %s", round, answers).hasSize(1);
    return winners.get(0);
  }

  private static void assertLosers(List<Answer> answers, int round, ErrorCode code, String detail) {
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Answer.Done))
        .as("losers of round %s", round)
        .hasSize(Contenders.ALL - 1)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> {
                          assertThat(refused.code()).as(refused.message()).isEqualTo(code);
                          assertThat(refused.details()).containsExactly(detail);
                        }));
  }

  /** The id of the only volume that there is, once the backend has made it. */
  private String only(SharedAccount account, int round) {
    account.client().cloudDrives().named(DRIVE).await(Eventually.PATIENCE);
    List<VolumeRecord> volumes = account.volumes();
    assertThat(volumes).as("volumes of round %s", round).hasSize(1);
    // A helper that comes late to the volume of the round before takes away what it makes.
    Eventually.passes(
        Duration.ofSeconds(10),
        () ->
            assertThat(fixture().places(account.name()))
                .as("places of round %s", round)
                .isEqualTo(1));
    return volumes.get(0).spec().id().value();
  }

  private static void free(SharedAccount account, String winner, int round) {
    assertThat(account.targets())
        .as("targets after round %s", round)
        .extracting(target -> target.target().name())
        .containsExactly(winner);
    assertThat(account.volumes())
        .extracting(volume -> volume.holder().map(claim -> claim.targetKey()).orElse(""))
        .containsExactlyElementsOf(account.targets().stream().map(StoredRecord::key).toList());
    account
        .client()
        .attachments()
        .of(account.targets().get(0).target())
        .detachAll()
        .await(Eventually.PATIENCE);
    assertThat(account.targets()).as("targets freed in round %s", round).isEmpty();
    assertThat(account.volumes()).allMatch(volume -> volume.holder().isEmpty());
  }

  private static void remove(SharedAccount account) {
    account.client().cloudDrives().named(DRIVE).delete().await(Eventually.PATIENCE);
    account.assertEmpty();
  }
}
