package dev.mooring.admin;

import dev.mooring.secret.Secret;
import java.util.Objects;

/**
 * The objects of a storage class as text: Secrets, the class, its snapshot class.
 *
 * @param yaml the objects for review, values of Secrets masked; not fit to be applied when it has
 *     any
 * @param complete the same with the values, for a tool that applies them
 */
public record ClassManifest(String yaml, Secret complete) {
  /** Checks that nothing is missing. */
  public ClassManifest {
    Objects.requireNonNull(yaml, "yaml");
    Objects.requireNonNull(complete, "complete");
  }

  /** The text for review. */
  @Override
  public String toString() {
    return yaml;
  }
}
