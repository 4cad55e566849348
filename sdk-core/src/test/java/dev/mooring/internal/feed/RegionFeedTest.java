package dev.mooring.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.access.Owner;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeEvent;
import dev.mooring.watch.VolumeListener;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed is stepped by hand, in a time that only waiting lets pass. */
class RegionFeedTest {
  private static final Scope SCOPE = new Scope("acme", Owner.user("ana"), Set.of(VolumeKind.DRIVE));

  private final StubRegion region = new StubRegion();
  private final List<VolumeEvent<?>> events = new ArrayList<>();
  private final List<StorageException> ends = new ArrayList<>();
  private final VolumeRecord a = StubRegion.drive(VolumeId.random(), "a", 1);

  private final VolumeListener<Volume> listener =
      new VolumeListener<>() {
        @Override
        public void heard(VolumeEvent<? extends Volume> event) {
          events.add(event);
        }

        @Override
        public void ended(StorageException cause) {
          ends.add(cause);
        }
      };

  @BeforeEach
  void aDriveIsThere() {
    region.volumes.put(a);
  }

  private Follower<Volume> follow(@Nullable ResumeToken token, Executor executor) {
    Follower<Volume> follower =
        new Follower<>(SCOPE, token, listener, (session, view) -> handle(), executor);
    follower.follow(region.feed);
    follower.start();
    return follower;
  }

  /** What is told of a volume is not looked at here. */
  private static Volume handle() {
    return (Volume)
        Proxy.newProxyInstance(
            Volume.class.getClassLoader(),
            new Class<?>[] {Volume.class},
            (proxy, method, arguments) -> method.getName());
  }

  private Follower<Volume> follow() {
    return follow(null, Runnable::run);
  }

  private void grow(long bytes) {
    region.volumes.put(a.withSpec(a.spec().withSize(bytes)).stored("" + bytes, StubRegion.BEGIN));
  }

  private List<String> told() {
    return events.stream().map(VolumeEvent::toString).toList();
  }

  private void steps(int number) {
    for (int i = 0; i < number; i++) {
      region.feed.step();
    }
  }

  @Test
  void an_event_is_a_hint_and_what_is_read_then_is_told() {
    follow();
    grow(2);
    region.volumes.last().changed(a);
    steps(1);
    assertThat(told()).containsExactly("CHANGED drive/a");
    region.volumes.last().changed(a);
    steps(1);
    assertThat(told()).as("nothing is new").hasSize(1);
    assertThat(region.volumes.gets).isEqualTo(2);
    assertThat(region.volumes.lists).isEqualTo(1);
  }

  @Test
  void a_record_that_somebody_breaks_is_not_told_as_gone() {
    follow();
    region.volumes.broken = "a";
    region.volumes.last().changed(a);
    steps(2);
    assertThat(region.volumes.lists).as("it looked at all").isEqualTo(2);
    assertThat(told()).isEmpty();

    region.volumes.broken = "";
    grow(2);
    region.volumes.last().changed(a);
    steps(1);
    assertThat(told()).containsExactly("CHANGED drive/a");
  }

  @Test
  void what_changed_while_a_listener_was_busy_is_told_once_as_it_is_at_last() {
    Deque<Runnable> later = new ArrayDeque<>();
    follow(null, later::add);
    for (int size = 2; size < 5; size++) {
      grow(size);
      region.volumes.last().changed(a);
      steps(1);
    }
    while (!later.isEmpty()) {
      later.remove().run();
    }
    assertThat(told()).containsExactly("CHANGED drive/a");
    assertThat(TokenText.read(events.get(0).token(), SCOPE).getOrDefault("here", Map.of()))
        .containsValue(Told.of(Look.one(region.session, "a").orElseThrow()));
  }

  @Test
  void after_a_watch_that_ended_the_difference_of_two_lists_is_told() {
    follow();
    VolumeRecord again = StubRegion.drive(VolumeId.random(), "a", 1);
    region.volumes.put(again);
    region.volumes.put(StubRegion.drive(VolumeId.random(), "b", 1));
    // As the store says it when what it watches from was compacted away: 410.
    region.volumes.last().closed(new ConflictException(Problem.tried("watch").because("outdated")));
    region.pacer.pass(Duration.ofSeconds(3));
    steps(1);
    assertThat(told()).containsExactly("DELETED drive/a", "CREATED drive/a", "CREATED drive/b");
    assertThat(events.get(0).id()).isEqualTo(a.spec().id());
    assertThat(events.get(0).volumeIfSeen()).isPresent();
    assertThat(events.get(0).observedAt()).isEqualTo(StubRegion.BEGIN.plusSeconds(3));
    assertThat(region.volumes.watches).hasSize(2);
    assertThat(region.volumes.closed).isEqualTo(1);
  }

  @Test
  void after_90_seconds_of_silence_it_watches_anew_and_looks_at_all() {
    follow();
    grow(2);
    steps(18);
    assertThat(told()).as("until then it only seems calm").isEmpty();
    steps(2);
    assertThat(told()).containsExactly("CHANGED drive/a");
    assertThat(region.volumes.watches).hasSize(2);
    assertThat(region.targets.watches).hasSize(2);
  }

  @Test
  void a_watch_that_lives_is_kept_and_all_are_looked_at_every_five_minutes() {
    follow();
    grow(2);
    for (int i = 0; i < 61; i++) {
      region.volumes.last().alive();
      region.targets.last().alive();
      steps(1);
    }
    assertThat(told()).containsExactly("CHANGED drive/a");
    assertThat(region.volumes.watches).hasSize(1);
    assertThat(region.volumes.lists).isEqualTo(2);
  }

  @Test
  void a_backend_that_is_down_only_delays() {
    follow();
    region.volumes.down = new UnavailableException(Problem.tried("read"));
    region.volumes.last().closed(null);
    grow(2);
    steps(20);
    assertThat(told()).isEmpty();
    region.volumes.down = null;
    steps(20);
    assertThat(told()).containsExactly("CHANGED drive/a");
    assertThat(ends).isEmpty();
  }

  @Test
  void what_cannot_be_read_after_an_event_is_looked_at_later() {
    follow();
    grow(2);
    region.volumes.last().changed(a);
    region.volumes.down = new UnavailableException(Problem.tried("read"));
    steps(2);
    assertThat(told()).isEmpty();
    region.volumes.down = null;
    steps(1);
    assertThat(told()).containsExactly("CHANGED drive/a");
  }

  @Test
  void a_backend_that_refuses_ends_the_watch_and_says_so() {
    Follower<Volume> follower = follow();
    AccessDeniedException refusal = new AccessDeniedException(Problem.tried("watch"));
    region.volumes.last().closed(refusal);
    steps(1);
    assertThat(ends).containsExactly(refusal);
    assertThat(follower.token().text()).isNotEmpty();
    assertThat(region.feed.over()).isTrue();
    region.volumes.down = refusal;
    assertThatThrownBy(this::follow).isSameAs(refusal);
  }

  @Test
  void many_events_at_once_cost_one_list() {
    follow();
    for (int i = 0; i < 100; i++) {
      VolumeRecord one = StubRegion.drive(VolumeId.random(), "d" + i, 1);
      region.volumes.put(one);
      region.volumes.last().changed(one);
    }
    steps(1);
    assertThat(events).hasSize(100);
    assertThat(region.volumes.gets).isZero();
    assertThat(region.volumes.lists).isEqualTo(2);
  }

  @Test
  void many_watches_share_one_of_the_store() {
    Follower<Volume> first = follow();
    Follower<Volume> second = follow();
    grow(2);
    region.volumes.last().changed(a);
    steps(1);
    assertThat(events).hasSize(2);
    assertThat(region.volumes.watches).hasSize(1);
    assertThat(region.volumes.gets).isEqualTo(1);
    first.close();
    second.close();
    assertThat(region.feed.over()).isTrue();
    assertThat(region.volumes.closed).isEqualTo(1);
    assertThat(region.targets.closed).isEqualTo(1);
  }

  @Test
  void resuming_tells_what_differs_and_nothing_else() {
    ResumeToken token = ResumeToken.of(follow().token().text());
    region.volumes.put(StubRegion.drive(VolumeId.random(), "b", 1));
    steps(1);
    StubRegion other = new StubRegion();
    other.volumes.put(Objects.requireNonNull(region.volumes.records.get("b")));
    events.clear();
    Follower<Volume> resumed =
        new Follower<>(SCOPE, token, listener, (session, view) -> handle(), Runnable::run);
    resumed.follow(other.feed);
    resumed.start();
    assertThat(told()).containsExactly("DELETED drive/a", "CREATED drive/b");
    assertThat(events.get(0).volumeIfSeen()).isEmpty();
  }
}
