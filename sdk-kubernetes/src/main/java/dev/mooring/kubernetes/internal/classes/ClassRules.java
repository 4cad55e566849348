package dev.mooring.kubernetes.internal.classes;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.internal.driver.ClassFacts;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.driver.Field;
import dev.mooring.kubernetes.internal.driver.Findings;
import dev.mooring.kubernetes.internal.driver.SecretSeen;
import dev.mooring.spi.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is missing or contradictory in a storage class, as its driver has it. */
final class ClassRules {
  /** The provisioner's own prefix: it refuses every key with it that it does not know. */
  private static final String RESERVED = "csi.storage.k8s.io/";

  private static final String FS_TYPE = RESERVED + "fstype";

  private final CsiDriver driver;
  private final ClassFacts facts;
  private final Findings findings;

  private ClassRules(CsiDriver driver, ClassFacts facts, Findings findings) {
    this.driver = driver;
    this.facts = facts;
    this.findings = findings;
  }

  static void check(CsiDriver driver, ClassFacts facts, Findings findings) {
    ClassRules rules = new ClassRules(driver, facts, findings);
    rules.parameters();
    rules.unknownParameters();
    rules.secretNames();
    rules.secrets();
    rules.growth();
    if (facts.retains()) {
      findings.warning("DATA_STAYS", "reclaimPolicy Retain leaves the bytes of deleted volumes");
    }
    if (!driver.isKnown()) {
      findings.warning(
          "UNKNOWN_DRIVER",
          "nothing is known of the driver "
              + facts.provisioner()
              + ", so its parameters and Secrets were not checked; describe it in the region's"
              + " configuration, under kubernetes.drivers");
    }
    driver.check(facts, findings);
  }

  private void parameters() {
    Set<String> there =
        facts.parameters().keySet().stream().filter(facts::has).collect(Collectors.toSet());
    for (Field field : driver.parameters()) {
      if (field.missingIn(there)) {
        findings.parameter(field.name(), "is missing: " + field.meaning());
      }
      if (facts.has(field.name())
          && !field.values().isEmpty()
          && !field.values().contains(facts.get(field.name()))) {
        findings.violation(
            "parameters." + field.name(),
            "must be one of " + String.join(", ", field.values()),
            Nearest.of(facts.get(field.name()), field.values()).orElse(null));
      }
    }
  }

  private void unknownParameters() {
    List<String> known = driver.parameters().stream().map(Field::name).toList();
    Set<String> reserved = new TreeSet<>(List.of(FS_TYPE));
    for (SecretUse use : SecretUse.values()) {
      if (use != SecretUse.SNAPSHOTTER) {
        reserved.add(use.nameParameter());
        reserved.add(use.namespaceParameter());
      }
    }
    for (String name : facts.parameters().keySet()) {
      if (name.startsWith(RESERVED)) {
        if (!reserved.contains(name)) {
          findings.violation(
              "parameters." + name,
              "is refused by the provisioner, to whom " + RESERVED + " belongs",
              Nearest.of(name, reserved).orElse(null));
        }
      } else if (driver.isKnown() && !known.contains(name)) {
        findings.warning(
            "UNKNOWN_PARAMETER",
            driver.name()
                + " is not known to have the parameter "
                + name
                + Nearest.of(name, known).map(near -> "; there is " + near).orElse(""));
      }
    }
  }

  /** The provisioner refuses a name without a namespace, and a namespace without a name. */
  private void secretNames() {
    for (SecretUse use : SecretUse.values()) {
      boolean name = facts.has(use.nameParameter());
      boolean namespace = facts.has(use.namespaceParameter());
      if (name != namespace) {
        findings.parameter(
            name ? use.namespaceParameter() : use.nameParameter(),
            "is missing; " + (name ? use.nameParameter() : use.namespaceParameter()) + " is set");
      } else if (!name && needs(use)) {
        findings.parameter(use.nameParameter(), "is missing: " + use.otherwise());
      }
    }
  }

  /** The Secret of growth is asked for only where volumes may grow. */
  private boolean needs(SecretUse use) {
    return driver.secrets().required().contains(use)
        && use != SecretUse.SNAPSHOTTER
        && (use != SecretUse.CONTROLLER_EXPAND || facts.expands());
  }

  private void secrets() {
    for (ClassFacts.Named secret : facts.secrets().values()) {
      SecretSeen seen = secret.seen();
      if (seen instanceof SecretSeen.Missing) {
        findings.violation(secret.toString(), "is not there");
      } else if (seen instanceof SecretSeen.There there) {
        for (Field key : driver.secrets().keys()) {
          if (key.missingIn(there.keys())) {
            findings.violation(
                secret.toString(), "lacks the key " + key.name() + ": " + key.meaning());
          }
        }
      } else if (seen instanceof SecretSeen.Unread unread) {
        findings.warning("SECRET_NOT_CHECKED", secret + " was not looked at: " + unread.why());
      }
    }
  }

  private void growth() {
    boolean can = driver.expansion() != Expansion.NONE;
    if (facts.expands() && !can) {
      findings.violation(
          "allowVolumeExpansion", "must be false: volumes of " + driver.name() + " never grow");
    } else if (!facts.expands() && can && driver.isKnown()) {
      findings.warning("NO_GROWTH", "without allowVolumeExpansion volumes cannot grow");
    }
  }
}
