package dev.mooring.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.internal.output.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An interruption:")
class InterruptionTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Interruption interruption =
      Interruption.manual(
          new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, Map.of()));

  @Test
  @DisplayName("says that the work goes on")
  void saysThatTheWorkGoesOn() {
    Interruption.Waiting unused = interruption.begin("the creation goes on", false);
    interruption.interrupted();

    assertThat(err.toString()).contains("mooring: interrupted; the creation goes on");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  @DisplayName("is a document in JSON")
  void isDocument() {
    Interruption.Waiting unused = interruption.begin("the creation goes on", true);
    interruption.interrupted();

    assertThat(new Run(130, out.toString(), "").error().path("code").asText())
        .isEqualTo("CANCELLED");
  }

  @Test
  @DisplayName("says nothing when nothing is under way")
  void saysNothing() {
    interruption.interrupted();
    Interruption.Waiting unused = interruption.begin("the creation goes on", true);
    interruption.end(null);
    interruption.interrupted();

    assertThat(out.toString() + err).isEmpty();
  }

  @Test
  @DisplayName("between the steps of something longer speaks of the whole")
  void speaksOfTheWhole() {
    Interruption.Waiting nothing = interruption.begin("the whole goes on", false);
    Interruption.Waiting whole = interruption.begin("the step goes on", false);
    interruption.end(whole);
    interruption.interrupted();

    assertThat(nothing).isNull();
    assertThat(err.toString()).contains("the whole goes on").doesNotContain("the step");
  }
}
