package dev.mooring.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  @DisplayName("Columns are as wide as their widest cell, words to the left, figures to the right")
  void columns() {
    Table table = new Table("step", "requests");
    table.row("create", 3L);
    assertThat(table.toString().lines()).containsExactly("step    requests", "create         3");
  }

  @Test
  @DisplayName("The median is the middle figure, of an even number the lower one")
  void median() {
    assertThat(Quantile.median(List.of(9L, 1L, 5L))).isEqualTo(5);
    assertThat(Quantile.median(List.of(4L, 1L, 3L, 2L))).isEqualTo(2);
    assertThat(Quantile.median(List.of(7L))).isEqualTo(7);
  }
}
