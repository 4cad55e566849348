package dev.mooring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.testkit.junit.Sentences;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(Sentences.class)
class EventuallyTest {
  @Test
  void aConditionIsAskedUntilItHolds() {
    AtomicInteger asked = new AtomicInteger();
    Eventually.holds("three were asked", () -> asked.incrementAndGet() == 3);
    assertThat(asked).hasValue(3);
  }

  @Test
  void aValueIsReturnedOnceItIsThere() {
    AtomicInteger asked = new AtomicInteger();
    String value =
        Eventually.value(
            "a value", () -> asked.incrementAndGet() < 2 ? Optional.empty() : Optional.of("x"));
    assertThat(value).isEqualTo("x");
  }

  @Test
  void anInterruptedWaitEndsAndNamesWhatItWaitedFor() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Eventually.holds("the moon is full", () -> false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the moon is full");
    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
  }

  @Test
  void anAssertionThatNeverPassesFailsWithItsOwnWords() {
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Eventually.passes(
                    Duration.ZERO,
                    () -> {
                      asked.incrementAndGet();
                      throw new AssertionError("never");
                    }))
        .hasMessage("never");
    assertThat(asked.get()).isPositive();
  }

  @Test
  void anAssertionIsTriedUntilItPasses() {
    AtomicInteger asked = new AtomicInteger();
    Eventually.passes(
        Duration.ofMinutes(1), () -> assertThat(asked.incrementAndGet()).isGreaterThan(2));
    assertThat(asked).hasValue(3);
  }
}
