package dev.mooring.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.access.Owner;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.junit.Sentences;
import dev.mooring.testkit.memory.MemoryFixture;
import dev.mooring.testkit.store.SampleRecords;
import java.lang.Thread.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(Sentences.class)
class InterceptedBackendTest {
  @TempDir Path root;

  private StorageBackend connect(Interceptor interceptor) {
    return connect(new MemoryFixture(root).backend(), interceptor);
  }

  private static StorageBackend connect(Backend backend, Interceptor interceptor) {
    return new InterceptedBackend(backend, interceptor)
        .connect(
            new BackendContext(
                "here",
                "acme",
                Owner.user("ana"),
                List.of(),
                null,
                Duration.ofSeconds(1),
                Clock.systemUTC()));
  }

  @Test
  void everyCallToStoresAndAbilitiesIsHeard() {
    List<String> calls = new CopyOnWriteArrayList<>();
    try (StorageBackend backend =
        connect(
            call -> {
              calls.add(call.name());
              return call.proceed();
            })) {
      assertThat(backend.volumes().get("absent")).isEmpty();
      assertThat(backend.targets().list(RecordQuery.where(Map.of())).records()).isEmpty();
      assertThat(backend.ability(Attaching.class).orElseThrow().launchGrace()).isPositive();
      assertThat(backend.ability(Provisioning.class)).isPresent();
      assertThat(backend.capabilities()).isNotEmpty();
    }
    assertThat(calls)
        .containsExactly(
            "volumes.get", "targets.list", "Attaching.launchGrace", "backend.capabilities");
  }

  @Test
  void whatAnInterceptorThrowsIsWhatTheCallerGets() {
    NotFoundException expected = new NotFoundException(Problem.tried("read"));
    try (StorageBackend backend =
        connect(
            call -> {
              throw expected;
            })) {
      assertThatThrownBy(() -> backend.volumes().get("a")).isSameAs(expected);
    }
  }

  @Test
  void aCrashLetsNothingThroughAfterTheLastChange() {
    Crash crash = Crash.after(0);
    try (StorageBackend backend = connect(crash)) {
      assertThat(backend.volumes().get("a")).isEmpty();
      assertThat(crash.crashed()).isFalse();
      assertThatThrownBy(
              () ->
                  backend
                      .ability(Provisioning.class)
                      .orElseThrow()
                      .destroy(SampleRecords.drive("a")))
          .isInstanceOf(Crash.Death.class)
          .hasMessageContaining("Provisioning.destroy");
      assertThat(crash.crashed()).isTrue();
      assertThatThrownBy(() -> backend.volumes().get("a")).isInstanceOf(Crash.Death.class);
    }
  }

  @Test
  void nobodyHearsOfACrashWhileAChangeIsUnderWay() throws Exception {
    Crash crash = Crash.after(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<String> order = new CopyOnWriteArrayList<>();
    Interceptor slow =
        call -> {
          begun.countDown();
          go.await();
          order.add("changed");
          return call.proceed();
        };
    Backend behind = new InterceptedBackend(new MemoryFixture(root).backend(), slow);
    try (StorageBackend backend = connect(behind, crash)) {
      Provisioning provisioning = backend.ability(Provisioning.class).orElseThrow();
      Thread changing = new Thread(() -> provisioning.destroy(SampleRecords.drive("a")));
      Thread dying =
          new Thread(
              () -> {
                assertThatThrownBy(() -> provisioning.destroy(SampleRecords.drive("b")))
                    .isInstanceOf(Crash.Death.class);
                order.add("died");
              });
      changing.start();
      begun.await();
      dying.start();
      Eventually.holds(
          "it waits, or is dead too early",
          () -> Set.of(State.WAITING, State.TERMINATED).contains(dying.getState()));
      go.countDown();
      changing.join();
      dying.join();
    }
    assertThat(order).containsExactly("changed", "died");
  }
}
