package dev.mooring.admin;

import dev.mooring.error.Violation;
import dev.mooring.operation.Warning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was found of a storage class that is there.
 *
 * @param name the class's name
 * @param provisioner the driver's name in the class
 * @param driver the driver's name for people; the provisioner's when it is not known
 * @param abilities what the driver can do, in words by ability, in order; empty when it is not
 *     known
 * @param violations what is missing or contradictory: something that is asked of its volumes will
 *     fail
 * @param warnings what an administrator should know, among it what could not be checked
 */
public record ClassReport(
    String name,
    String provisioner,
    String driver,
    Map<String, String> abilities,
    List<Violation> violations,
    List<Warning> warnings) {
  /** Copies. */
  public ClassReport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(provisioner, "provisioner");
    Objects.requireNonNull(driver, "driver");
    abilities = Collections.unmodifiableMap(new LinkedHashMap<>(abilities));
    violations = List.copyOf(violations);
    warnings = List.copyOf(warnings);
  }

  /** Whether nothing is missing or contradictory, as far as it could be checked. */
  public boolean isSound() {
    return violations.isEmpty();
  }
}
