package dev.mooring.kubernetes.internal.driver;

import java.util.Set;

/** What is known of a Secret that a class names. Never a value. */
public sealed interface SecretSeen {
  /** It is there, with these keys. */
  record There(Set<String> keys) implements SecretSeen {
    /** Copies. */
    public There {
      keys = Set.copyOf(keys);
    }
  }

  /** It is not there. */
  record Missing() implements SecretSeen {}

  /** It was not looked at, for this reason. */
  record Unread(String why) implements SecretSeen {}
}
