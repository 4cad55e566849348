package dev.mooring.region;

import dev.mooring.error.ErrorCode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a connection check.
 *
 * @param region the region
 * @param name what was checked, for example {@code storage class ceph-rbd}
 * @param outcome how it went
 * @param detail what was found, and what to do where it is not well
 * @param code what kind of failure it is, for example {@code UNAVAILABLE} or {@code ACCESS_DENIED};
 *     null when it is no failure, or of no known kind
 */
public record Probe(
    String region, String name, Outcome outcome, String detail, @Nullable ErrorCode code) {
  /** How a check went. */
  public enum Outcome {
    /** As it should be. */
    OK,
    /** It works, but its user should know something. */
    WARNING,
    /** It does not work. */
    FAILED
  }

  /** Checks that nothing is missing but the code. */
  public Probe {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(detail, "detail");
  }

  /** A line without a code. */
  public Probe(String region, String name, Outcome outcome, String detail) {
    this(region, name, outcome, detail, null);
  }

  /** A check that failed with an error. */
  public static Probe failed(String region, String name, ErrorCode code, String detail) {
    return new Probe(region, name, Outcome.FAILED, detail, code);
  }

  /** What kind of failure it is; empty when it is none, or not known. */
  public Optional<ErrorCode> codeIfKnown() {
    return Optional.ofNullable(code);
  }
}
