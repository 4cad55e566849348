package dev.mooring.admin;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an audit found.
 *
 * @param id twelve hexadecimal digits: the same as long as the thing is as it was found
 * @param kind what is wrong
 * @param region where it is
 * @param resource what it is about: a volume or target as {@code KIND/NAME}; else the backend's own
 *     word and name, for example {@code pv/pvc-1}
 * @param since since when, UTC, by the backend's clock; null when nobody knows
 * @param words what was found; holds no secrets
 * @param action what to do about it
 */
public record AuditFinding(
    String id,
    AuditKind kind,
    String region,
    String resource,
    @Nullable Instant since,
    String words,
    AuditAction action) {
  /** Checks that nothing is missing. */
  public AuditFinding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(action, "action");
  }

  /** Since when; empty when nobody knows. */
  public Optional<Instant> sinceIfKnown() {
    return Optional.ofNullable(since);
  }

  /** For example {@code stuck-deletion drive/work in us-central: …}. */
  @Override
  public String toString() {
    return kind.word() + " " + resource + " in " + region + ": " + words;
  }
}
