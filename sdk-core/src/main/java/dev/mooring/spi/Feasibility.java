package dev.mooring.spi;

import dev.mooring.error.Violation;
import dev.mooring.operation.Warning;
import dev.mooring.volume.SizeEnforcement;
import java.util.List;
import java.util.Objects;

/**
 * What a backend says about a volume that does not exist yet.
 *
 * @param spec the specification with access mode and storage class resolved
 * @param enforcement what will happen when more is written than the size
 * @param violations why it cannot be made; the quota of the region is not among them, core tells it
 * @param warnings what its user should know
 */
public record Feasibility(
    VolumeSpec spec,
    SizeEnforcement enforcement,
    List<Violation> violations,
    List<Warning> warnings) {
  /** Copies. */
  public Feasibility {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(enforcement, "enforcement");
    violations = List.copyOf(violations);
    warnings = List.copyOf(warnings);
  }
}
