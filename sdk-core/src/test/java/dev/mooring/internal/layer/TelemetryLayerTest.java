package dev.mooring.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.ErrorCode;
import dev.mooring.telemetry.CallEvent;
import dev.mooring.telemetry.CallListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TelemetryLayerTest {
  private final FakeTime time = new FakeTime();
  private final List<Object> heard = new ArrayList<>();
  private final CallListener listener = listener();
  private final Invocation invocation =
      new Invocation("volumes.swap", Samples.REGION, Samples.KEY, List.of());

  @Test
  @DisplayName("A call that works is told when it begins, and with its duration when it ended")
  void success() {
    Supplier<String> work = work(new Script());
    assertThat(layer(listener).call(invocation, work)).isEqualTo("done");
    assertThat(heard)
        .containsExactly(
            invocation.call(), new CallEvent(invocation.call(), Duration.ofMillis(5), 1, null));
    assertThat(invocation.call())
        .isEqualTo(new CallEvent.Call("volumes.swap", "here", Samples.KEY, true));
  }

  @Test
  @DisplayName("A call that fails is told with the code of its error")
  void failure() {
    Script script = new Script(Samples.unavailable());
    assertThatThrownBy(() -> layer(listener).call(invocation, work(script)));
    assertThat(event().errorIfFailed()).contains(ErrorCode.UNAVAILABLE);
  }

  @Test
  @DisplayName("A call that ends in an error of another kind ends for listeners too")
  void foreign_failure() {
    Script script = new Script(new IllegalStateException("foreign"));
    assertThatThrownBy(() -> layer(listener).call(invocation, work(script)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(event().errorIfFailed()).contains(ErrorCode.INTERNAL);
  }

  @Test
  @DisplayName("A listener that throws harms neither the call nor the other listeners")
  void throwing_listener() {
    CallListener broken =
        new CallListener() {
          @Override
          public void began(CallEvent.Call call) {
            throw new IllegalStateException("broken at the beginning");
          }

          @Override
          public void ended(CallEvent event) {
            throw new IllegalStateException("broken at the end");
          }
        };
    try (LogLines log = LogLines.of(TelemetryLayer.class.getName())) {
      TelemetryLayer layer = new TelemetryLayer(List.of(broken, listener), time.timing());
      assertThat(layer.call(invocation, work(new Script()))).isEqualTo("done");
      assertThat(heard).hasSize(2);
      assertThat(log.lines()).hasSize(2).allMatch(line -> line.startsWith("WARN A call listener"));
    }
  }

  private CallEvent event() {
    assertThat(heard).hasSize(2);
    return (CallEvent) heard.get(1);
  }

  private TelemetryLayer layer(CallListener one) {
    return new TelemetryLayer(List.of(one), time.timing());
  }

  /** As the layers inside do: notes the try, and takes 5 ms. */
  private Supplier<String> work(Script script) {
    return () -> {
      invocation.attempt();
      time.pass(Duration.ofMillis(5));
      return script.get();
    };
  }

  private CallListener listener() {
    return new CallListener() {
      @Override
      public void began(CallEvent.Call call) {
        heard.add(call);
      }

      @Override
      public void ended(CallEvent event) {
        heard.add(event);
      }
    };
  }
}
