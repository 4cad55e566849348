package dev.mooring.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.config.RetrySettings;
import dev.mooring.error.ConflictException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryLayerTest {
  private static final Problem PROBLEM = Problem.tried("read").on("drive/data").because("so");

  private final FakeTime time = new FakeTime();
  private final RetryLayer layer = new RetryLayer(RetrySettings.STANDARD, time.timing());

  @Test
  @DisplayName("A call that works is made once, without a pause")
  void works_at_once() {
    Script script = new Script();
    Invocation invocation = invocation("volumes.get");
    assertThat(layer.call(invocation, script)).isEqualTo("done");
    assertThat(script.calls).isEqualTo(1);
    assertThat(invocation.attempts()).isEqualTo(1);
    assertThat(time.slept).isEmpty();
  }

  @Test
  @DisplayName("A call that fails on the way is made again after growing pauses")
  void repeated_until_it_works() {
    Script script = new Script(unavailable(), unavailable(), unavailable());
    Invocation invocation = invocation("volumes.get");
    assertThat(layer.call(invocation, script)).isEqualTo("done");
    assertThat(invocation.attempts()).isEqualTo(4);
    assertThat(invocation.gaveUp()).isEmpty();
    assertThat(time.slept).containsExactly(millis(100), millis(200), millis(400));
  }

  @Test
  @DisplayName("The last try's error is thrown, and its message says how often it was tried")
  void attempts_in_the_message() {
    Script script = new Script(failing(9));
    Invocation invocation = invocation("volumes.get");
    StorageException error = caught(invocation, script);
    assertThat(script.calls).isEqualTo(4);
    assertThat(error).isInstanceOf(UnavailableException.class).hasMessageContaining("(4 attempts)");
    assertThat(error.attempts()).isEqualTo(4);
    assertThat(invocation.gaveUp()).contains("that was the last try");
  }

  @Test
  @DisplayName("An error of another kind ends the tries, and says how many there were")
  void other_error_after_tries() {
    Script script = new Script(unavailable(), new NotFoundException(PROBLEM));
    Invocation invocation = invocation("volumes.get");
    StorageException error = caught(invocation, script);
    assertThat(error).isInstanceOf(NotFoundException.class);
    assertThat(error.attempts()).isEqualTo(2);
    assertThat(invocation.gaveUp()).isEmpty();
  }

  @Test
  @DisplayName("Errors that only the caller can act upon are not tried again, retryable or not")
  void not_all_retryable_errors() {
    ConflictException conflict = new ConflictException(PROBLEM);
    Script script = new Script(conflict);
    assertThat(caught(invocation("volumes.get"), script)).isSameAs(conflict);
    assertThat(script.calls).isEqualTo(1);
  }

  @Test
  @DisplayName("What is no error of ours passes unchanged")
  void foreign_errors_pass() {
    IllegalStateException foreign = new IllegalStateException("foreign");
    assertThatThrownBy(() -> layer.call(invocation("volumes.get"), new Script(foreign)))
        .isSameAs(foreign);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"volumes.create", "targets.create", "volumes.get", "provisioning.advance"})
  @DisplayName("After a lost answer, calls that have the same effect twice are made again")
  void repeated_after_unknown(String name) {
    Script script = new Script(new OutcomeUnknownException(PROBLEM));
    assertThat(layer.call(invocation(name), script)).isEqualTo("done");
    assertThat(script.calls).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"volumes.swap", "volumes.delete", "targets.swap", "targets.delete"})
  @DisplayName("Compare-and-swap is made again when nothing happened, not after a lost answer")
  void swap(String name) {
    Script unchanged = new Script(unavailable());
    assertThat(layer.call(invocation(name), unchanged)).isEqualTo("done");
    assertThat(unchanged.calls).isEqualTo(2);

    OutcomeUnknownException unknown = new OutcomeUnknownException(PROBLEM);
    Script lost = new Script(unknown);
    assertThat(caught(invocation(name), lost)).isSameAs(unknown);
    assertThat(lost.calls).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"instances.exec", "backend.close"})
  @DisplayName("A call that must not be repeated never is")
  void never_repeated(String name) {
    UnavailableException error = unavailable();
    Script script = new Script(error);
    Invocation invocation = invocation(name);
    assertThat(caught(invocation, script)).isSameAs(error);
    assertThat(script.calls).isEqualTo(1);
    assertThat(invocation.call().repeatable()).isFalse();
  }

  @Test
  @DisplayName("The time that the backend asks for is waited, and some more")
  void honours_retry_after() {
    time.chance = 0.25;
    Script script = new Script(new UnavailableException(PROBLEM, Duration.ofSeconds(7)));
    layer.call(invocation("volumes.get"), script);
    assertThat(time.slept).containsExactly(millis(7050));
  }

  @Test
  @DisplayName("A backend that asks for more than 30 s is not waited for, nor asked too early")
  void retry_after_too_long() {
    UnavailableException asking = new UnavailableException(PROBLEM, Duration.ofSeconds(31));
    Script script = new Script(asking);
    Invocation invocation = invocation("volumes.get");
    assertThat(caught(invocation, script)).isSameAs(asking);
    assertThat(time.slept).isEmpty();
    assertThat(invocation.gaveUp()).contains("it asks to wait 31 s");
  }

  @Test
  @DisplayName("With one attempt nothing is tried again")
  void single_attempt() {
    RetryLayer single = new RetryLayer(new RetrySettings(1, 20), time.timing());
    Script script = new Script(unavailable());
    assertThatThrownBy(() -> single.call(invocation("volumes.get"), script))
        .isInstanceOf(UnavailableException.class);
    assertThat(script.calls).isEqualTo(1);
  }

  @Test
  @DisplayName("A dead server gets few retries: all calls of a region share one budget")
  void budget() {
    int tries = 0;
    List<String> gaveUp = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Script dead = new Script(failing(4));
      Invocation invocation = invocation(i % 2 == 0 ? "volumes.get" : "targets.list");
      StorageException error = caught(invocation, dead);
      assertThat(error.attempts()).isEqualTo(dead.calls);
      invocation.gaveUp().ifPresent(gaveUp::add);
      tries += dead.calls;
    }
    // 100 calls, the burst of 10, and 20 for the 100 calls, save what the full bucket spilled.
    assertThat(tries).isBetween(128, 130);
    assertThat(gaveUp).hasSize(100).endsWith("the retry budget is used up");
  }

  @Test
  @DisplayName("Interrupting the thread ends the tries, and the thread stays interrupted")
  void interrupted() {
    RetryLayer real = new RetryLayer(RetrySettings.STANDARD, Timing.SYSTEM);
    Script script = new Script(failing(4));
    Invocation invocation = invocation("volumes.get");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> real.call(invocation, script))
          .isInstanceOf(UnavailableException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(script.calls).isEqualTo(1);
    assertThat(invocation.gaveUp()).contains("the thread was interrupted");
  }

  private StorageException caught(Invocation invocation, Script script) {
    return catchThrowableOfType(StorageException.class, () -> layer.call(invocation, script));
  }

  private static Invocation invocation(String name) {
    return new Invocation(name, Samples.REGION, "x", List.of());
  }

  private static UnavailableException unavailable() {
    return Samples.unavailable();
  }

  private static RuntimeException[] failing(int times) {
    return Collections.nCopies(times, unavailable()).toArray(RuntimeException[]::new);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
