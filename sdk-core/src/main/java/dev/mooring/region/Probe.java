package dev.mooring.region;

import java.util.Objects;

/**
 * One line of a connection check.
 *
 * @param region the region
 * @param name what was checked, for example {@code storage class ceph-rbd}
 * @param outcome how it went
 * @param detail what was found, and what to do where it is not well
 */
public record Probe(String region, String name, Outcome outcome, String detail) {
  /** How a check went. */
  public enum Outcome {
    /** As it should be. */
    OK,
    /** It works, but its user should know something. */
    WARNING,
    /** It does not work. */
    FAILED
  }

  /** Checks that nothing is missing. */
  public Probe {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(detail, "detail");
  }
}
