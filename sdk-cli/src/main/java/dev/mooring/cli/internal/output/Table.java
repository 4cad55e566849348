package dev.mooring.cli.internal.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table that fits the terminal: columns as wide as they need to be; when that is too much, the
 * widest are cut, but never the first, which is the name. Not thread-safe.
 */
public final class Table {
  private static final int GAP = 2;
  private static final int NARROWEST = 8;
  private static final String CUT = "..";
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private boolean prose;

  /** An empty table with these headings. */
  public Table(String... headings) {
    header = List.of(headings);
  }

  /** The last column is prose, and is cut before all others. */
  public Table endsInProse() {
    prose = true;
    return this;
  }

  /** Adds a row. */
  public Table row(String... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** The table as text, for a number of columns of the terminal. */
  public String render(int width, Style style) {
    List<Integer> widths = widths(width);
    StringBuilder text = new StringBuilder(style.bold(line(header, widths))).append('\n');
    rows.forEach(row -> text.append(line(row, widths)).append('\n'));
    return text.toString();
  }

  private List<Integer> widths(int available) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      int widest = header.get(column).length();
      for (List<String> row : rows) {
        widest = Math.max(widest, row.get(column).length());
      }
      widths.add(widest);
    }
    int tooMuch =
        widths.stream().mapToInt(Integer::intValue).sum() + GAP * (widths.size() - 1) - available;
    while (tooMuch > 0 && widths.size() > 1) {
      List<Integer> cuttable = widths.subList(1, widths.size());
      int last = cuttable.get(cuttable.size() - 1);
      int widest = prose && last > NARROWEST ? last : Collections.max(cuttable);
      if (widest <= NARROWEST) {
        break;
      }
      cuttable.set(cuttable.lastIndexOf(widest), widest - 1);
      tooMuch--;
    }
    return widths;
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      int width = widths.get(column);
      String cell = cells.get(column);
      String fitted = cell.length() <= width ? cell : cell.substring(0, width - CUT.length()) + CUT;
      line.append(fitted).append(" ".repeat(width - fitted.length() + GAP));
    }
    return line.toString().stripTrailing();
  }
}
