package dev.mooring.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.ErrorCode;
import dev.mooring.testkit.junit.Sentences;
import dev.mooring.testkit.process.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(Sentences.class)
class DriveModelTest {
  private static final String FREE = "";

  private final List<Recorded<Act, Answer>> history = new ArrayList<>();
  private long time;

  private static Act act(Act.Kind kind, String instance) {
    return new Act(kind, "d", instance, 1);
  }

  private void done(Act.Kind kind, String instance, String... values) {
    add(act(kind, instance), new Answer.Done(Instant.EPOCH, Instant.EPOCH, List.of(values)));
  }

  private void refused(Act.Kind kind, String instance, ErrorCode code, String... details) {
    add(
        act(kind, instance),
        new Answer.Refused(
            Instant.EPOCH, Instant.EPOCH, code, "Some", "message", List.of(details)));
  }

  private void read(String id, String holder) {
    done(Act.Kind.READ, "", id, "1000000000", "AVAILABLE", holder);
  }

  private void add(Act act, Answer answer) {
    history.add(new Recorded<>(history.size(), "c", act, Optional.of(answer), ++time, ++time));
  }

  private void killed(Act.Kind kind, String instance) {
    history.add(
        new Recorded<>(
            history.size(), "c", act(kind, instance), Optional.empty(), ++time, Recorded.NEVER));
  }

  private boolean explained() {
    return Linearizability.explains(new DriveModel(), history);
  }

  @Test
  void aStartThatIsRefusedTwiceMayHaveHappenedTheFirstTime() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    refused(Act.Kind.START, "a", ErrorCode.CONFLICT);
    refused(Act.Kind.START, "a", ErrorCode.CONFLICT);
    refused(Act.Kind.DETACH, "a", ErrorCode.IN_USE, "instance/a");
    assertThat(explained()).isTrue();
  }

  @Test
  void aStartMayFailBecauseSomebodyStoppedIt() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    killed(Act.Kind.STOP, "a");
    refused(Act.Kind.START, "a", ErrorCode.FAILED);
    read("x", FREE);
    assertThat(explained()).isTrue();
  }

  @Test
  void aLifeFromCreationToDeletionIsExplained() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    read("x", "instance/a");
    refused(Act.Kind.ATTACH, "b", ErrorCode.IN_USE, "instance/a");
    refused(Act.Kind.DELETE, "", ErrorCode.IN_USE, "instance/a");
    done(Act.Kind.START, "a", "a");
    refused(Act.Kind.DETACH, "a", ErrorCode.IN_USE, "pod/a-068315cb");
    assertThat(Excuses.unfounded(history)).isEmpty();
    done(Act.Kind.CRASH, "a");
    done(Act.Kind.ATTACH, "b");
    done(Act.Kind.DETACH, "b", "d");
    read("x", FREE);
    done(Act.Kind.DELETE, "", "x");
    refused(Act.Kind.READ, "", ErrorCode.NOT_FOUND);
    done(Act.Kind.CREATE, "", "y");
    assertThat(explained()).isTrue();
  }

  @Test
  void twoHoldersAreNotExplained() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    done(Act.Kind.ATTACH, "b");
    assertThat(explained()).isFalse();
  }

  @Test
  void twoVolumesOfOneNameAreNotExplained() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.CREATE, "", "y");
    assertThat(explained()).isFalse();
  }

  @Test
  void aVolumeThatComesBackIsNotExplained() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.DELETE, "", "x");
    done(Act.Kind.CREATE, "", "x");
    assertThat(explained()).isFalse();
  }

  @Test
  void aDriveLostWhileItIsHeldIsNotExplained() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    done(Act.Kind.DELETE, "", "x");
    assertThat(explained()).isFalse();
  }

  @Test
  void aClaimThatVanishesIsNotExplained() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    read("x", FREE);
    assertThat(explained()).isFalse();
  }

  @Test
  void aRefusalThatNamesNoHolderIsNotExplained() {
    done(Act.Kind.CREATE, "", "x");
    refused(Act.Kind.ATTACH, "b", ErrorCode.IN_USE, "instance/a");
    assertThat(explained()).isFalse();
  }

  @Test
  void aDriveTakenFromARunningInstanceIsNotExplained() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    done(Act.Kind.START, "a", "a");
    done(Act.Kind.DETACH, "a", "d");
    assertThat(explained()).isFalse();
  }

  @Test
  void aDeadInstanceThatKeepsItsDriveIsNotExplained() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    done(Act.Kind.START, "a", "a");
    done(Act.Kind.CRASH, "a");
    read("x", "instance/a");
    assertThat(explained()).isFalse();
  }

  @Test
  void anInstanceThatHasEndedMayStartAgainUntilSomebodyTakesItsDrive() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    done(Act.Kind.START, "a", "a");
    done(Act.Kind.STOP, "a");
    read("x", FREE);
    done(Act.Kind.START, "a", "a");
    read("x", "instance/a");
    done(Act.Kind.STOP, "a");
    done(Act.Kind.ATTACH, "b");
    assertThat(explained()).isTrue();
    done(Act.Kind.START, "a", "a");
    assertThat(explained()).isFalse();
  }

  @Test
  void anInstanceThatNobodySawMayKeepItsDrive() {
    done(Act.Kind.CREATE, "", "x");
    done(Act.Kind.ATTACH, "a");
    killed(Act.Kind.START, "a");
    done(Act.Kind.CRASH, "a");
    read("x", "instance/a");
    assertThat(explained()).isTrue();
  }

  @Test
  void whatAKilledProcessDidMayShowLaterAndOnlyOnce() {
    killed(Act.Kind.CREATE, "");
    refused(Act.Kind.READ, "", ErrorCode.NOT_FOUND);
    read("x", FREE);
    done(Act.Kind.DELETE, "", "x");
    assertThat(explained()).isTrue();
    read("z", FREE);
    assertThat(explained()).isFalse();
  }

  @Test
  void aRefusalThatBlamesOthersNeedsOthers() {
    done(Act.Kind.CREATE, "", "x");
    refused(Act.Kind.ATTACH, "a", ErrorCode.CONFLICT);
    assertThat(Excuses.unfounded(history)).hasSize(1);
    history.clear();
    killed(Act.Kind.DELETE, "");
    refused(Act.Kind.ATTACH, "a", ErrorCode.CONFLICT);
    assertThat(Excuses.unfounded(history)).isEmpty();
  }

  @Test
  void aPodInTheWayNeedsAStartThatCameToNothing() {
    done(Act.Kind.CREATE, "", "x");
    refused(Act.Kind.START, "a", ErrorCode.CONFLICT);
    refused(Act.Kind.ATTACH, "b", ErrorCode.IN_USE, "pod/a-068315cb");
    assertThat(explained()).isTrue();
    assertThat(Excuses.unfounded(history.subList(2, 3))).hasSize(1);
    assertThat(Excuses.unfounded(history.subList(1, 3)))
        .as("without the refused start's own excuse")
        .extracting(operation -> operation.call().kind())
        .containsExactly(Act.Kind.START);
  }

  @Test
  void aPodInTheWayMayBeThatOfAStartAtTheSameTime() {
    done(Act.Kind.START, "a", "a");
    refused(Act.Kind.ATTACH, "b", ErrorCode.IN_USE, "pod/a-068315cb");
    assertThat(Excuses.unfounded(history)).as("it was over").hasSize(1);
    Recorded<Act, Answer> before = history.get(0);
    Recorded<Act, Answer> beside =
        new Recorded<>(0, "c", before.call(), before.answer(), before.began(), ++time);
    assertThat(Excuses.unfounded(List.of(beside, history.get(1)))).isEmpty();
  }

  @Test
  void anAttachThatIsDetachedBeforeItsAnswerMayBeRefused() {
    done(Act.Kind.CREATE, "", "x");
    refused(Act.Kind.ATTACH, "a", ErrorCode.CONFLICT);
    refused(Act.Kind.ATTACH, "b", ErrorCode.IN_USE, "instance/a");
    done(Act.Kind.DETACH, "a", "d");
    assertThat(explained()).as("nobody has it, and somebody is refused").isFalse();
    Answer refused = history.get(1).answer().orElseThrow();
    assertThat(Linearizability.explains(new DriveModel(Set.of(refused)), history)).isTrue();
    read("x", "instance/a");
    assertThat(Linearizability.explains(new DriveModel(Set.of(refused)), history))
        .as("after the detachment it holds it still")
        .isFalse();
  }
}
