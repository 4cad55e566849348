package dev.mooring.cli.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tables:")
class TableTest {
  private static final String NAME = "n".repeat(63);

  @Test
  @DisplayName("columns are as wide as they need to be")
  void columnsAreAligned() {
    String text =
        new Table("NAME", "SIZE").row("a", "100GB").row("longer", "1TB").render(80, Style.PLAIN);

    assertThat(text).isEqualTo("NAME    SIZE\na       100GB\nlonger  1TB\n");
  }

  @Test
  @DisplayName("a table that is too wide is cut to the terminal's width")
  void tableIsCut() {
    String text =
        new Table("NAME", "A", "B")
            .row("name", "a".repeat(60), "b".repeat(60))
            .render(80, Style.PLAIN);

    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    assertThat(text).contains("name", "aa..", "bb..");
  }

  @Test
  @DisplayName("the name is never cut")
  void nameIsNeverCut() {
    String text = new Table("NAME", "A").row(NAME, "a".repeat(60)).render(40, Style.PLAIN);

    assertThat(text).contains(NAME);
  }

  @Test
  @DisplayName("colours are only where they are wanted")
  void coloursOnlyWhereWanted() {
    Table table = new Table("NAME").row("a");

    assertThat(table.render(80, new Style(true))).contains("\u001b[1m");
    assertThat(table.render(80, Style.PLAIN)).doesNotContain("\u001b");
  }
}
