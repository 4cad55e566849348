package dev.mooring.config;

import dev.mooring.secret.SecretReference;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The database that keeps the records of regions without a cluster. Regions of the backends {@code
 * embedded} and {@code kubernetes} keep their own and do not use it.
 *
 * @param url a JDBC URL, {@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}, without credentials
 * @param user the user, by reference, or null
 * @param password the password, by reference, or null
 */
public record StoreConfiguration(
    String url, @Nullable SecretReference user, @Nullable SecretReference password) {
  /**
   * Checks the URL.
   *
   * @throws IllegalArgumentException when it is of another kind, or holds credentials
   */
  public StoreConfiguration {
    Objects.requireNonNull(url, "url");
    String lower = url.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("jdbc:sqlite:") && !lower.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("must be a URL jdbc:sqlite:… or jdbc:postgresql:…");
    }
    if (lower.contains("password=") || lower.contains("user=") || url.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "must hold no credentials; give store.user and store.password by reference");
    }
  }

  /**
   * A database that needs no credentials, or finds them by itself.
   *
   * @throws IllegalArgumentException when the URL is of another kind, or holds credentials
   */
  public static StoreConfiguration of(String url) {
    return new StoreConfiguration(url, null, null);
  }

  /** The same, with credentials. */
  public StoreConfiguration withCredentials(
      @Nullable SecretReference newUser, @Nullable SecretReference newPassword) {
    return new StoreConfiguration(url, newUser, newPassword);
  }
}
