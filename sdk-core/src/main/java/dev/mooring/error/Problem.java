package dev.mooring.error;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every error tells: what was tried, on what, where, why it failed, and what to do. Immutable;
 * each method returns a changed copy. Never put a secret into it.
 *
 * <pre>{@code
 * throw new NotFoundException(
 *     Problem.tried("delete").on("drive/workspace").in("us-central")
 *         .because("there is no such drive").hint("list the drives with cloudDrives().list()"));
 * }</pre>
 */
public final class Problem implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More than the longest names of Kubernetes objects, with their kind. */
  private static final int LONGEST_NAME = 300;

  private final String tried;
  private final @Nullable String resource;
  private final @Nullable String region;
  private final String reason;
  private final @Nullable String hint;
  private final @Nullable String requestId;
  private final int attempts;
  private final @Nullable Throwable cause;

  private Problem(
      String tried,
      @Nullable String resource,
      @Nullable String region,
      String reason,
      @Nullable String hint,
      @Nullable String requestId,
      int attempts,
      @Nullable Throwable cause) {
    this.tried = Objects.requireNonNull(tried, "tried");
    this.resource = resource;
    this.region = region;
    this.reason = Objects.requireNonNull(reason, "reason");
    this.hint = hint;
    this.requestId = requestId;
    this.attempts = attempts;
    this.cause = cause;
  }

  /** Starts with the verb that was tried, for example {@code "create"}. */
  public static Problem tried(String verb) {
    return new Problem(verb, null, null, "it failed", null, null, 1, null);
  }

  /** The thing it was tried on, for example {@code "drive/workspace"}. */
  public Problem on(String newResource) {
    return new Problem(tried, newResource, region, reason, hint, requestId, attempts, cause);
  }

  /** The region it was tried in. */
  public Problem in(String newRegion) {
    return new Problem(tried, resource, newRegion, reason, hint, requestId, attempts, cause);
  }

  /** Why it failed, as a clause without a full stop; {@code it failed} unless said. */
  public Problem because(String newReason) {
    return new Problem(tried, resource, region, newReason, hint, requestId, attempts, cause);
  }

  /** What the reader can do about it, as a clause without a full stop. */
  public Problem hint(String newHint) {
    return new Problem(tried, resource, region, reason, newHint, requestId, attempts, cause);
  }

  /** The backend's id of the failed request, for its logs. */
  public Problem requestId(@Nullable String id) {
    return new Problem(tried, resource, region, reason, hint, id, attempts, cause);
  }

  /** How often it was tried; 1 unless said. */
  public Problem attempts(int count) {
    return new Problem(tried, resource, region, reason, hint, requestId, count, cause);
  }

  /** The exception behind it. */
  public Problem cause(@Nullable Throwable newCause) {
    return new Problem(tried, resource, region, reason, hint, requestId, attempts, newCause);
  }

  /** The verb that was tried. */
  public String tried() {
    return tried;
  }

  /** The thing it was tried on; empty when not said. */
  public Optional<String> resource() {
    return Optional.ofNullable(resource);
  }

  /** The region it was tried in; empty when not said, or when it is about no region. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Why it failed. */
  public String reason() {
    return reason;
  }

  /** What to do about it; empty when there is nothing to say. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }

  /** The backend's id of the failed request; empty when it told none. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** How often it was tried; at least 1. */
  public int attempts() {
    return attempts;
  }

  /** The exception behind it; empty when there is none. */
  public Optional<Throwable> cause() {
    return Optional.ofNullable(cause);
  }

  /**
   * One or two sentences: {@code Could not VERB RESOURCE in REGION: REASON. HINT.} with the
   * attempts and the request id in brackets where known.
   */
  public String message() {
    StringBuilder text = new StringBuilder("Could not ").append(tried);
    if (resource != null) {
      text.append(' ').append(shortened(resource));
    }
    if (region != null) {
      text.append(" in ").append(shortened(region));
    }
    text.append(": ").append(sentence(reason));
    if (hint != null) {
      text.append(' ').append(sentence(capitalised(hint)));
    }
    if (attempts > 1) {
      text.append(" (").append(attempts).append(" attempts)");
    }
    if (requestId != null) {
      text.append(" [request ").append(requestId).append(']');
    }
    return Plain.of(text.toString());
  }

  /** A name that nobody has checked yet may be of any length. */
  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }

  private static String sentence(String clause) {
    return clause.endsWith(".") || clause.endsWith("?") || clause.endsWith("!")
        ? clause
        : clause + ".";
  }

  private static String capitalised(String clause) {
    return clause.isEmpty()
        ? clause
        : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }

  @Override
  public String toString() {
    return message();
  }
}
