package dev.mooring.watch;

import java.util.Objects;

/** A token as it was kept. */
record KeptToken(String text) implements ResumeToken {
  KeptToken {
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return text;
  }
}
