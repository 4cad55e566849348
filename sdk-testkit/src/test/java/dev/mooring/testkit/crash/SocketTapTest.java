package dev.mooring.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.testkit.Aside;
import dev.mooring.testkit.fault.Gate;
import dev.mooring.testkit.junit.Sentences;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(Sentences.class)
class SocketTapTest {
  @AutoClose private final SocketTap tap = SocketTap.open();
  private final Announcer announcer = new Announcer(tap.port());
  private final List<String> effects = new CopyOnWriteArrayList<>();

  private @Nullable Object change(String name) {
    try {
      return announcer.around(name, () -> effects.add(name));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void changesPassAndAreSeenInTheirOrder() {
    change("one");
    change("two");

    assertThat(effects).containsExactly("one", "two");
    assertThat(tap.seen()).containsExactly("one", "two");
    tap.reset();
    assertThat(tap.seen()).isEmpty();
  }

  @Test
  void aChangeIsHeldBeforeItsEffectAndCanBeDropped() throws Exception {
    Gate gate = Gate.beforeEffect();
    tap.hold(2, gate);
    change("one");
    CompletableFuture<Object> second = Aside.begin(() -> change("two"));
    gate.awaitHeld();
    assertThat(effects).containsExactly("one");
    gate.drop();

    assertThatThrownBy(second::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(UncheckedIOException.class);
    assertThat(effects).containsExactly("one");
  }

  @Test
  void aChangeIsHeldAfterItsEffectAndCanGoOn() throws Exception {
    Gate gate = Gate.afterEffect();
    tap.hold(1, gate);
    CompletableFuture<Object> first = Aside.begin(() -> change("one"));
    gate.awaitHeld();
    assertThat(effects).containsExactly("one");
    assertThat(first).isNotDone();
    gate.pass();

    assertThat(first.get()).isEqualTo(true);
  }
}
