package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.SecretUse;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A storage class as it is checked, whether it is in a cluster or only described.
 *
 * @param name its name
 * @param provisioner its driver's name
 * @param parameters its parameters, sorted
 * @param expands whether its volumes may grow
 * @param retains whether the bytes of deleted volumes stay
 * @param secrets the Secrets that its parameters name in full, by step
 */
public record ClassFacts(
    String name,
    String provisioner,
    Map<String, String> parameters,
    boolean expands,
    boolean retains,
    Map<SecretUse, Named> secrets) {
  /**
   * A Secret by its name.
   *
   * @param namespace its namespace
   * @param name its name
   * @param seen what is known of it
   */
  public record Named(String namespace, String name, SecretSeen seen) {
    @Override
    public String toString() {
      return "secret " + namespace + "/" + name;
    }
  }

  /** Copies. */
  public ClassFacts {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    Map<SecretUse, Named> copy = new EnumMap<>(SecretUse.class);
    copy.putAll(secrets);
    secrets = Collections.unmodifiableMap(copy);
  }

  /** A parameter's value; empty when it is not set, as drivers take it. */
  public String get(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  /** Whether a parameter is set, and not empty. */
  public boolean has(String parameter) {
    return !get(parameter).isEmpty();
  }

  /** Whether a parameter says yes, as Go reads it. */
  public boolean isTrue(String parameter) {
    return switch (get(parameter)) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      default -> false;
    };
  }

  /** The Secret of a step, or null. */
  public @Nullable Named secret(SecretUse use) {
    return secrets.get(use);
  }
}
