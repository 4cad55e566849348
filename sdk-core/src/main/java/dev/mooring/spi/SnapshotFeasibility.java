package dev.mooring.spi;

import dev.mooring.error.Violation;
import java.util.List;
import java.util.Objects;

/**
 * What a backend says about a snapshot that does not exist yet.
 *
 * @param spec the specification with the snapshot class resolved
 * @param violations why it cannot be taken
 */
public record SnapshotFeasibility(SnapshotSpec spec, List<Violation> violations) {
  /** Copies. */
  public SnapshotFeasibility {
    Objects.requireNonNull(spec, "spec");
    violations = List.copyOf(violations);
  }
}
