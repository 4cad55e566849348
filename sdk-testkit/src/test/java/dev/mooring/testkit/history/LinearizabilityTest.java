package dev.mooring.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.testkit.junit.Sentences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(Sentences.class)
class LinearizabilityTest {
  /** A register: {@code write 3} is answered 3, {@code read} what is there. */
  private static final Model<Integer, String, Integer> REGISTER =
      new Model<>() {
        @Override
        public Integer initial() {
          return 0;
        }

        @Override
        public Set<Integer> after(Integer state, String call, Optional<Integer> answer) {
          if (call.equals("read")) {
            return answer.isEmpty() || answer.get().equals(state) ? Set.of(state) : Set.of();
          }
          return Set.of(Integer.parseInt(call.substring("write ".length())));
        }
      };

  private final List<Recorded<String, Integer>> history = new ArrayList<>();

  private void write(int value, long began, long ended) {
    history.add(
        new Recorded<>(history.size(), "w", "write " + value, Optional.of(value), began, ended));
  }

  private void lostWrite(int value, long began) {
    history.add(
        new Recorded<>(
            history.size(), "w", "write " + value, Optional.empty(), began, Recorded.NEVER));
  }

  private void read(int value, long began, long ended) {
    history.add(new Recorded<>(history.size(), "r", "read", Optional.of(value), began, ended));
  }

  private boolean explained() {
    return Linearizability.explains(REGISTER, history);
  }

  @Test
  void nothingIsExplained() {
    assertThat(explained()).isTrue();
  }

  @Test
  void oneAfterTheOtherIsExplained() {
    write(1, 1, 2);
    read(1, 3, 4);
    write(2, 5, 6);
    read(2, 7, 8);
    assertThat(explained()).isTrue();
  }

  @Test
  void aReadOfWhatWasOverwrittenBeforeItBeganIsNotExplained() {
    write(1, 1, 2);
    write(2, 3, 4);
    read(1, 5, 6);
    assertThat(explained()).isFalse();
  }

  @Test
  void aReadDuringAWriteMayTellEither() {
    write(1, 1, 10);
    read(0, 2, 3);
    read(1, 4, 5);
    assertThat(explained()).isTrue();
  }

  @Test
  void twoReadsDuringAWriteDoNotGoBack() {
    write(1, 1, 10);
    read(1, 2, 3);
    read(0, 4, 5);
    assertThat(explained()).isFalse();
  }

  @Test
  void readersOfTwoWritesAgreeOnTheirOrder() {
    write(1, 1, 10);
    write(2, 2, 11);
    read(1, 12, 13);
    read(2, 14, 15);
    assertThat(explained()).isFalse();
  }

  @Test
  void whatWasCutOffMayHappenLateOrNever() {
    lostWrite(1, 1);
    read(0, 2, 3);
    assertThat(explained()).isTrue();
    read(1, 4, 5);
    assertThat(explained()).isTrue();
    read(0, 6, 7);
    assertThat(explained()).isFalse();
  }

  @Test
  void whatWasCutOffDoesNotHappenBeforeItBegan() {
    read(1, 1, 2);
    lostWrite(1, 3);
    assertThat(explained()).isFalse();
  }

  @Test
  void anUnexplainedHistoryIsToldWithoutWhatCameLaterOrDoesNotMatter() {
    write(1, 1, 2);
    read(1, 3, 4);
    write(2, 5, 6);
    read(1, 7, 8);
    write(3, 9, 10);
    read(3, 11, 12);
    assertThat(Linearizability.unexplained(REGISTER, history, o -> o.call().equals("read")))
        .containsExactly(history.get(0), history.get(2), history.get(3));
  }

  @Test
  void anExplainedHistoryHasNothingToTell() {
    write(1, 1, 2);
    assertThat(Linearizability.unexplained(REGISTER, history, o -> false)).isEmpty();
  }

  /** Histories made from an order are explained; with one answer changed, mostly not. */
  @Test
  void historiesOfARealRegisterAreExplained() {
    int caught = 0;
    for (int seed = 0; seed < 200; seed++) {
      List<Recorded<String, Integer>> made = made(new Random(seed));
      assertThat(Linearizability.explains(REGISTER, made)).as("seed %d: %s", seed, made).isTrue();
      List<Recorded<String, Integer>> lie = new ArrayList<>(made);
      Recorded<String, Integer> last = lie.remove(lie.size() - 1);
      lie.add(
          new Recorded<>(last.number(), "r", "read", Optional.of(-1), last.began(), last.ended()));
      caught += Linearizability.explains(REGISTER, lie) ? 0 : 1;
    }
    assertThat(caught).as("lies that are caught").isEqualTo(200);
  }

  /** Operations that happen at times 10, 20, … and began and ended around that. */
  private static List<Recorded<String, Integer>> made(Random random) {
    List<Recorded<String, Integer>> made = new ArrayList<>();
    int state = 0;
    for (int i = 1; i <= 20; i++) {
      boolean writes = random.nextBoolean() && i < 20;
      state = writes ? i : state;
      made.add(
          new Recorded<>(
              i,
              "c",
              writes ? "write " + i : "read",
              Optional.of(state),
              10L * i - random.nextInt(40),
              10L * i + 1 + random.nextInt(40)));
    }
    made.sort(Comparator.comparingInt(Recorded::number));
    return made;
  }

  @Test
  void manyAtOnceAreSearchedInTime() {
    for (int i = 0; i < 14; i++) {
      write(i, 1 + i, 100 + i);
    }
    read(99, 200, 201);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(1), () -> assertThat(explained()).isFalse());
  }

  @Test
  void anOperationHasAnEndExactlyWhenItHasAnAnswer() {
    assertThatThrownBy(() -> read(1, 2, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write(1, 2, Recorded.NEVER))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
