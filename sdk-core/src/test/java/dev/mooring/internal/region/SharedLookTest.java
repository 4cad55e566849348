package dev.mooring.internal.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedLookTest {
  private final SharedLook shared = new SharedLook();
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void who_comes_while_others_look_shares_the_next_look_and_never_that_one() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread first =
        start(
            () -> {
              looks.incrementAndGet();
              begun.countDown();
              awaitQuietly(end);
            });
    begun.await();
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      others.add(start(looks::incrementAndGet));
    }
    for (Thread other : others) {
      while (other.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    end.countDown();
    first.join();
    for (Thread other : others) {
      other.join();
    }
    assertThat(looks).hasValue(2);
  }

  @Test
  void who_comes_later_looks_itself() {
    shared.await(looks::incrementAndGet);
    shared.await(looks::incrementAndGet);
    assertThat(looks).hasValue(2);
  }

  @Test
  void a_look_that_fails_is_its_takers_alone() {
    assertThatThrownBy(
            () ->
                shared.await(
                    () -> {
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");
    shared.await(looks::incrementAndGet);
    assertThat(looks).hasValue(1);
  }

  private Thread start(Runnable look) {
    Thread thread = new Thread(() -> shared.await(look));
    thread.start();
    return thread;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
