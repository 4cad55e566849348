package dev.mooring.cli.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.operation.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Progress:")
class ProgressDisplayTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out), new PrintWriter(err), true, true, Map.of("COLUMNS", "40"));

  @Test
  @DisplayName("without a terminal there is one line for each change")
  void oneLineForEachChange() {
    try (ProgressDisplay display =
        new ProgressDisplay(terminal, ProgressDisplay.Mode.LINES, "creating drive/x")) {
      display.accept(new Progress(0, "PENDING"));
      display.accept(new Progress(0.1, "PENDING"));
      display.accept(new Progress(0.5, "PROVISIONING"));
    }

    assertThat(err.toString().lines())
        .containsExactly("creating drive/x: PENDING", "creating drive/x: PROVISIONING");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  @DisplayName("on a terminal one line moves, fits its width, and is gone at the end")
  void oneLineMoves() {
    try (ProgressDisplay display =
        new ProgressDisplay(terminal, ProgressDisplay.Mode.SPINNER, "creating drive/x")) {
      display.accept(new Progress(0.5, "PROVISIONING: " + "waiting for the driver ".repeat(5)));
      display.draw();
      display.draw();
    }

    assertThat(err.toString())
        .contains("/ creating drive/x (", "PROVISIONING")
        .doesNotContain("\n");
    assertThat(err.toString().split("\r\u001b\\[K", -1)).allMatch(line -> line.length() < 40);
    assertThat(err.toString()).endsWith("\r\u001b[K");
  }

  @Test
  @DisplayName("after the end nothing is drawn any more")
  void nothingIsDrawnAfterTheEnd() {
    ProgressDisplay display =
        new ProgressDisplay(terminal, ProgressDisplay.Mode.SPINNER, "creating drive/x");
    display.close();
    String before = err.toString();
    display.draw();

    assertThat(err.toString()).isEqualTo(before);
  }

  @Test
  @DisplayName("when nothing is wanted nothing is shown")
  void nothingIsShown() {
    try (ProgressDisplay display =
        new ProgressDisplay(terminal, ProgressDisplay.Mode.NONE, "creating drive/x")) {
      display.accept(new Progress(0.5, "PROVISIONING"));
    }

    assertThat(err.toString()).isEmpty();
  }
}
