package dev.mooring.access;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Who owns a volume, or acts, within an account.
 *
 * @param kind user, group or organisation
 * @param name 1 to 63 characters of {@code [A-Za-z0-9._-]}, beginning and ending with a letter or
 *     digit
 */
public record Owner(Kind kind, String name) {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  /** The kinds of owners. */
  public enum Kind {
    /** One person or service. */
    USER("user"),
    /** A group of an organisation. */
    GROUP("group"),
    /** A whole organisation. */
    ORGANISATION("organisation");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The kind's word in the configuration and in JSON. */
    public String word() {
      return word;
    }
  }

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException when the name breaks the rule
   */
  public Owner {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "an owner's name is 1 to 63 characters of [A-Za-z0-9._-], and begins and ends with a letter or digit");
    }
  }

  /**
   * A user.
   *
   * @throws IllegalArgumentException when the name breaks the rule
   */
  public static Owner user(String name) {
    return new Owner(Kind.USER, name);
  }

  /**
   * A group.
   *
   * @throws IllegalArgumentException when the name breaks the rule
   */
  public static Owner group(String name) {
    return new Owner(Kind.GROUP, name);
  }

  /**
   * An organisation.
   *
   * @throws IllegalArgumentException when the name breaks the rule
   */
  public static Owner organisation(String name) {
    return new Owner(Kind.ORGANISATION, name);
  }

  /**
   * Reads what {@link #toString()} writes, for example {@code user/ana}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Owner parse(String text) {
    int slash = text.indexOf('/');
    for (Kind kind : Kind.values()) {
      if (slash > 0 && kind.word.equals(text.substring(0, slash))) {
        return new Owner(kind, text.substring(slash + 1));
      }
    }
    throw new IllegalArgumentException("an owner is user/NAME, group/NAME or organisation/NAME");
  }

  @Override
  public String toString() {
    return kind.word + "/" + name;
  }
}
