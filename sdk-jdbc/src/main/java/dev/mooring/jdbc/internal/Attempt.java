package dev.mooring.jdbc.internal;

import dev.mooring.error.Problem;

/**
 * What is being tried, for the message if it fails.
 *
 * @param verb the verb
 * @param resource what it is tried on
 * @param region the region
 * @param committing whether the last step is under way, after which a failure leaves the outcome
 *     open
 */
public record Attempt(String verb, String resource, String region, boolean committing) {
  /** Something that is tried on a resource. */
  public static Attempt to(String verb, String resource, String region) {
    return new Attempt(verb, resource, region, false);
  }

  /** The same, at its last step. */
  public Attempt atCommit() {
    return new Attempt(verb, resource, region, true);
  }

  /** The beginning of the message. */
  public Problem problem() {
    return Problem.tried(verb).on(resource).in(region);
  }
}
