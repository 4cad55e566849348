package dev.mooring.secret;

import java.util.Objects;

/** A secret value that never shows itself: {@code toString} is a mask. Immutable. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** Wraps a literal secret; from Java only, a configuration file refers to it. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The secret itself: for the call that needs it, never for a message. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
