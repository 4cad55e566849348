package dev.mooring.cli.internal.output;

/** Named values, one a line, aligned. Not thread-safe. */
public final class Fields {
  private static final int WIDTH = 14;
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  /** No fields yet. */
  public Fields(Style style) {
    this.style = style;
  }

  /** Adds a line. */
  public Fields add(String name, String value) {
    String gap = " ".repeat(Math.max(1, WIDTH - name.length()));
    text.append(style.dim(name)).append(gap).append(value).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
