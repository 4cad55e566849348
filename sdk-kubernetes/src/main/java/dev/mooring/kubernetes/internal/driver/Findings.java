package dev.mooring.kubernetes.internal.driver;

import dev.mooring.error.Violation;
import dev.mooring.operation.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a storage class. Not thread-safe. */
public final class Findings {
  private final String resource;
  private final List<Violation> violations = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  /** Nothing yet, of a class. */
  public Findings(String name) {
    this.resource = "storage class " + name;
  }

  /** Adds what is missing or contradictory. */
  public void violation(String field, String message) {
    violation(field, message, null);
  }

  /** Adds what is missing or contradictory, with a value that would do when one is known. */
  public void violation(String field, String message, @Nullable String suggestion) {
    Violation found = Violation.of(field, message, suggestion);
    if (!violations.contains(found)) {
      violations.add(found);
    }
  }

  /** Adds what a parameter breaks. */
  public void parameter(String name, String message) {
    violation("parameters." + name, message);
  }

  /** Adds what an administrator should know. */
  public void warning(String code, String message) {
    Warning found = new Warning(code, resource, message);
    if (!warnings.contains(found)) {
      warnings.add(found);
    }
  }

  /** What is missing or contradictory. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** What an administrator should know. */
  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }
}
