package dev.mooring.kubernetes.internal.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonTrackerTest {
  private final ReasonTracker tracker = new ReasonTracker();

  private static Seen seen(String uid, int count) {
    return new Seen(uid, "ProvisioningFailed", "x", count, Instant.EPOCH, Instant.EPOCH);
  }

  @Test
  void knows_the_newest_state_of_each_event() {
    tracker.fed(Map.of("e1", seen("a", 1)));
    tracker.note("e1", seen("a", 2));
    tracker.note("e2", seen("a", 1));

    assertThat(tracker.about(List.of("a", "b")))
        .isEqualTo(Map.of("a", List.of(seen("a", 2), seen("a", 1)), "b", List.of()));
  }

  @Test
  void is_current_only_while_a_watch_feeds_it() {
    assertThat(tracker.current()).isFalse();
    tracker.fed(Map.of());
    tracker.fed(Map.of());
    tracker.starved();
    assertThat(tracker.current()).isTrue();
    tracker.note("e", seen("a", 1));
    tracker.starved();

    assertThat(tracker.current()).isFalse();
    assertThat(tracker.about(List.of("a"))).isEqualTo(Map.of("a", List.of()));
  }

  @Test
  void forgets_what_waits_no_more() {
    tracker.fed(Map.of("e", seen("a", 1)));
    tracker.forget("a");

    assertThat(tracker.about(List.of("a"))).isEqualTo(Map.of("a", List.of()));
  }
}
