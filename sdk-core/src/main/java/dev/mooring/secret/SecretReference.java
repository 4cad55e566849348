package dev.mooring.secret;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret is found: what a configuration holds in a secret's place. Immutable, thread-safe;
 * equal when it says the same. The secret is read when it is used, so that a changed one is seen.
 */
public final class SecretReference {
  /** Where secrets are. */
  public enum Source {
    /** {@code env:NAME}: an environment variable of this process. */
    ENVIRONMENT,
    /** {@code file:PATH}: a UTF-8 file of at most 64 KiB, without the line end at its end. */
    FILE,
    /** {@code secret:NAMESPACE/NAME/KEY}: a Kubernetes Secret, which its backend reads. */
    KUBERNETES,
    /** The secret itself, which only Java code can give. */
    LITERAL
  }

  private static final long LARGEST_FILE = 64 * 1024;
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");
  private static final Pattern KEY =
      Pattern.compile("[a-z0-9.-]{1,253}/[a-z0-9.-]{1,253}/[A-Za-z0-9._-]{1,253}");

  private final Source source;
  private final String location;
  private final @Nullable Secret literal;

  private SecretReference(Source source, String location, @Nullable Secret literal) {
    this.source = source;
    this.location = location;
    this.literal = literal;
  }

  /**
   * Reads a reference as a configuration writes it. Does not look whether there is a secret.
   *
   * @throws IllegalArgumentException with what is allowed, never with the text, which may be a
   *     secret written in the wrong place
   */
  public static SecretReference parse(String text) {
    if (text.startsWith("env:") && VARIABLE.matcher(text.substring(4)).matches()) {
      return new SecretReference(Source.ENVIRONMENT, text.substring(4), null);
    }
    if (text.startsWith("file:") && text.length() > 5 && text.indexOf('\0') < 0) {
      return new SecretReference(Source.FILE, text.substring(5), null);
    }
    if (text.startsWith("secret:") && KEY.matcher(text.substring(7)).matches()) {
      return new SecretReference(Source.KUBERNETES, text.substring(7), null);
    }
    throw new IllegalArgumentException(
        "must refer to a secret: env:NAME, file:PATH or secret:NAMESPACE/NAME/KEY;"
            + " the secret itself does not belong here");
  }

  /** The secret itself, from Java code. */
  public static SecretReference literal(Secret secret) {
    return new SecretReference(Source.LITERAL, "", Objects.requireNonNull(secret, "secret"));
  }

  /** Where the secret is. */
  public Source source() {
    return source;
  }

  /** The variable's name, the file's path, or {@code NAMESPACE/NAME/KEY}; empty for a literal. */
  public String location() {
    return location;
  }

  /**
   * Reads the secret.
   *
   * @return the secret; empty for {@link Source#KUBERNETES}, which only a cluster's backend can
   *     read
   * @throws InvalidRequestException when the variable or file is missing or empty, or the file
   *     cannot be read or is too long; it never shows the secret
   */
  public Optional<Secret> read() {
    return switch (source) {
      case LITERAL -> Optional.ofNullable(literal);
      case ENVIRONMENT -> Optional.of(given(System.getenv(location), "is not set, or empty"));
      case FILE -> Optional.of(given(file(), "is empty"));
      case KUBERNETES -> Optional.empty();
    };
  }

  private String file() {
    try {
      Path path = Path.of(location);
      if (Files.size(path) > LARGEST_FILE) {
        throw missing("is longer than 64 KiB");
      }
      return Files.readString(path, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    } catch (IOException | IllegalArgumentException e) {
      throw missing("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Secret given(@Nullable String value, String otherwise) {
    if (value == null || value.isEmpty()) {
      throw missing(otherwise);
    }
    return Secret.of(value);
  }

  private InvalidRequestException missing(String why) {
    return InvalidRequestException.of(
        Problem.tried("read the secret").on(toString()), toString(), why);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretReference that
        && that.source == source
        && that.location.equals(location)
        && Objects.equals(that.literal, literal);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, location);
  }

  /** The reference as the configuration writes it; a mask for a literal. */
  @Override
  public String toString() {
    return switch (source) {
      case ENVIRONMENT -> "env:" + location;
      case FILE -> "file:" + location;
      case KUBERNETES -> "secret:" + location;
      case LITERAL -> "***";
    };
  }
}
