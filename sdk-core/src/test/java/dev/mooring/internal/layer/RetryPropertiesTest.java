package dev.mooring.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RetryPropertiesTest {
  @Property
  void a_pause_is_within_what_is_asked_and_the_exponential_limit(
      @ForAll @IntRange(min = 1, max = 20) int tried,
      @ForAll @IntRange(min = 0, max = 30_000) int asked,
      @ForAll @DoubleRange(min = 0, max = 0.99) double chance) {
    UnavailableException error =
        new UnavailableException(Problem.tried("read"), Duration.ofMillis(asked));
    long millis = new Backoff(() -> chance).millis(tried, error);
    double limit = Math.min(10_000, 200 * Math.pow(2, tried - 1));
    assertThat((double) millis).isBetween((double) asked, asked + limit);
  }

  @Property
  void a_pause_spreads_over_its_whole_range(@ForAll @IntRange(min = 1, max = 20) int tried) {
    UnavailableException error = new UnavailableException(Problem.tried("read"));
    long limit = new Backoff(() -> 0.999999).millis(tried, error) + 1;
    assertThat(new Backoff(() -> 0).millis(tried, error)).isZero();
    assertThat(new Backoff(() -> 0.5).millis(tried, error)).isEqualTo(limit / 2);
    assertThat(limit).isEqualTo((long) Math.min(10_000, 200 * Math.pow(2, tried - 1)));
  }

  @Property
  void a_negative_time_asked_for_is_none(@ForAll @IntRange(min = 1, max = 9999) int millis) {
    UnavailableException error =
        new UnavailableException(Problem.tried("read"), Duration.ofMillis(-millis));
    assertThat(Backoff.asked(error)).isZero();
  }

  @Property
  void retries_never_exceed_the_burst_and_the_percentage_of_the_calls(
      @ForAll @IntRange(min = 0, max = 100) int percent, @ForAll List<Boolean> events) {
    RetryBudget budget = new RetryBudget(percent);
    int calls = 0;
    int retries = 0;
    for (boolean call : events) {
      if (call) {
        budget.called();
        calls++;
      } else if (budget.take()) {
        retries++;
      }
    }
    assertThat(retries).isLessThanOrEqualTo((percent == 0 ? 0 : 10) + calls * percent / 100);
  }

  @Property
  void the_budget_gives_what_it_promises(@ForAll @IntRange(min = 0, max = 100) int percent) {
    RetryBudget budget = new RetryBudget(percent);
    int burst = drain(budget);
    for (int i = 0; i < 100; i++) {
      budget.called();
    }
    assertThat(burst).isEqualTo(percent == 0 ? 0 : 10);
    assertThat(drain(budget)).isEqualTo(Math.min(10, percent));
  }

  private static int drain(RetryBudget budget) {
    int taken = 0;
    while (budget.take()) {
      taken++;
    }
    return taken;
  }
}
