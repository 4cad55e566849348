package dev.mooring.kubernetes.internal.classes;

import dev.mooring.admin.ClassSecret;
import dev.mooring.admin.StorageClassSpec;
import dev.mooring.kubernetes.internal.driver.Findings;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which names the API server takes: no other becomes part of a request's path. */
final class ClassNames {
  private static final String PART = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern LABEL = Pattern.compile(PART);
  private static final Pattern SUBDOMAIN =
      Pattern.compile("(?=.{1,253}$)" + PART + "(\\." + PART + ")*");
  private static final Pattern DRIVER =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,61}[A-Za-z0-9])?(/[A-Za-z0-9._-]{1,63})?");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,253}");
  private static final String RULE =
      "must be a name of lower-case letters, digits, '-' and '.', up to 253 characters";

  private ClassNames() {}

  /** Whether an object that is not in a namespace, or a Secret, can have this name. */
  static boolean isName(String name) {
    return SUBDOMAIN.matcher(name).matches();
  }

  /** Whether a namespace can have this name. */
  static boolean isNamespace(String name) {
    return LABEL.matcher(name).matches();
  }

  /** Checks all names of a description. */
  static void check(StorageClassSpec spec, Findings findings) {
    if (!isName(spec.name())) {
      findings.violation("name", RULE);
    }
    if (!DRIVER.matcher(spec.provisioner()).matches()) {
      findings.violation(
          "provisioner", "must be a driver's name of letters, digits, '-' and '.', up to 63");
    }
    check("secret", spec.secret(), findings);
    check("nodeSecret", spec.nodeSecret(), findings);
    if (spec.nodeSecret() != null && spec.secret() == null) {
      findings.violation("secret", "is missing; nodeSecret is only for nodes");
    }
    if (contradict(spec.secret(), spec.nodeSecret())) {
      findings.violation(
          "nodeSecret", "has the name of secret and other values; give it another name");
    }
    for (String parameter : spec.parameters().keySet()) {
      if (parameter.isBlank()) {
        findings.violation("parameters", "has an empty name");
      }
    }
  }

  private static boolean contradict(@Nullable ClassSecret one, @Nullable ClassSecret other) {
    return one != null
        && other != null
        && one.name().equals(other.name())
        && one.namespace().equals(other.namespace())
        && !one.values().equals(other.values());
  }

  private static void check(String field, @Nullable ClassSecret secret, Findings findings) {
    if (secret == null) {
      return;
    }
    if (!isName(secret.name())) {
      findings.violation(field + ".name", RULE);
    }
    if (!isNamespace(secret.namespace())) {
      findings.violation(
          field + ".namespace", "must be a DNS label of lower-case letters, digits and '-'");
    }
    if (!secret.values().keySet().stream().allMatch(key -> KEY.matcher(key).matches())) {
      findings.violation(field + ".values", "has a key beside letters, digits, '-', '_' and '.'");
    }
  }
}
