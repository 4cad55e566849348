package dev.mooring.testkit;

/** How much a suite does: its short figure, or the long one that the full run asks for. */
public final class Figures {
  /** The system property that asks for the long figures: {@code mooring.full}. */
  public static final String PROPERTY = "mooring.full";

  private Figures() {}

  /** The short figure; the long one when {@value #PROPERTY} is {@code true}. */
  public static int of(int brief, int full) {
    return Boolean.getBoolean(PROPERTY) ? full : brief;
  }
}
