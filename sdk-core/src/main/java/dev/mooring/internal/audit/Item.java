package dev.mooring.internal.audit;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditFinding;
import dev.mooring.admin.AuditKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A finding, and how to act on it.
 *
 * @param finding the finding
 * @param remedy does its action, and tells what was done; null when that is a person's
 */
record Item(AuditFinding finding, @Nullable Supplier<String> remedy) {
  private static final int DIGITS = 12;

  /**
   * What only a person can act on.
   *
   * @param version another one whenever the thing has changed
   */
  static Item byHand(
      Look look,
      AuditKind kind,
      String resource,
      String version,
      @Nullable Instant since,
      String words,
      String action) {
    return of(look, kind, resource, version, since, words, AuditAction.byHand(action), null);
  }

  /** What can be acted on. */
  static Item automatic(
      Look look,
      AuditKind kind,
      String resource,
      String version,
      @Nullable Instant since,
      String words,
      String action,
      Supplier<String> remedy) {
    return of(look, kind, resource, version, since, words, AuditAction.automatic(action), remedy);
  }

  static Item of(
      Look look,
      AuditKind kind,
      String resource,
      String version,
      @Nullable Instant since,
      String words,
      AuditAction action,
      @Nullable Supplier<String> remedy) {
    String region = look.session().name();
    String id = id(look.session().account(), region, kind.name(), resource, version);
    return new Item(
        new AuditFinding(id, kind, region, resource, since, words, action),
        action.automatic() ? remedy : null);
  }

  Optional<Supplier<String>> remedyIfAny() {
    return Optional.ofNullable(remedy);
  }

  private static String id(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
