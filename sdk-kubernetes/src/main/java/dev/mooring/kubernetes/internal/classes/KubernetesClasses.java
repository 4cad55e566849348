package dev.mooring.kubernetes.internal.classes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.admin.ClassManifest;
import dev.mooring.admin.ClassReport;
import dev.mooring.admin.ClassSecret;
import dev.mooring.admin.StorageClassSpec;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.SnapshotApi;
import dev.mooring.kubernetes.internal.driver.Abilities;
import dev.mooring.kubernetes.internal.driver.ClassFacts;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.driver.Findings;
import dev.mooring.kubernetes.internal.driver.SecretSeen;
import dev.mooring.kubernetes.internal.provision.DriverPresence;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.operation.Change;
import dev.mooring.spi.ClassAdministration;
import dev.mooring.spi.ClassReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Storage classes of a cluster: rendered, compared, made and checked. */
public final class KubernetesClasses implements ClassAdministration {
  private final Api api;
  private final ClassCluster cluster;
  private final StorageClasses classes;
  private final DriverPresence presence;

  /** The classes of a cluster. */
  public KubernetesClasses(Api api, StorageClasses classes, DriverPresence presence) {
    this.api = api;
    this.cluster = new ClassCluster(api);
    this.classes = classes;
    this.presence = presence;
  }

  @Override
  public ClassManifest render(StorageClassSpec spec) {
    CsiDriver driver = classes.driver(spec.provisioner());
    Findings findings =
        check(spec, driver, (namespace, name) -> new SecretSeen.Unread("nothing is asked"));
    if (!findings.violations().isEmpty()) {
      throw new InvalidRequestException(
          api.errors().problem("render", "storage class " + spec.name()), findings.violations());
    }
    return new ClassYaml(new ClassObjects(spec, driver)).manifest();
  }

  @Override
  public ClassReview review(StorageClassSpec spec) {
    CsiDriver driver = classes.driver(spec.provisioner());
    Findings names = new Findings(spec.name());
    ClassNames.check(spec, names);
    if (!names.violations().isEmpty()) {
      return new ClassReview(List.of(), List.of(), names.violations());
    }
    Findings findings = check(spec, driver, cluster::secret);
    presence(spec.provisioner(), findings);
    List<Violation> violations = new ArrayList<>(findings.violations());
    List<Change> changes = new ArrayList<>();
    for (Step step : steps(new ClassObjects(spec, driver))) {
      Step.ToDo todo = cluster.look(step);
      if (todo instanceof Step.Refuse refuse) {
        violations.addAll(refuse.violations());
      } else if (todo instanceof Step.NoSuchKind) {
        findings.warning(
            "NO_SNAPSHOTS",
            "the cluster has no snapshot classes: install the snapshot controller for snapshots");
      } else {
        changes.add(change(step, todo, spec));
      }
    }
    return new ClassReview(changes, findings.warnings(), violations);
  }

  private static Change change(Step step, Step.ToDo todo, StorageClassSpec spec) {
    if (todo instanceof Step.Create) {
      return new Change("create", step.resource(), "of " + spec.provisioner());
    }
    return todo instanceof Step.Replace
        ? new Change("change", step.resource(), "its values")
        : new Change("none", step.resource(), "it is so already");
  }

  @Override
  public void apply(StorageClassSpec spec) {
    steps(new ClassObjects(spec, classes.driver(spec.provisioner()))).forEach(cluster::run);
  }

  @Override
  public ClassReport validate(String name) {
    if (!ClassNames.isName(name)) {
      throw InvalidRequestException.of(
          api.errors().problem("validate", "storage class"), "name", "no class can have it");
    }
    JsonNode object = cluster.read(name);
    ClassFacts facts = ClassReader.read(object, cluster::secret);
    CsiDriver driver = classes.driver(facts.provisioner());
    Findings findings = new Findings(name);
    ClassRules.check(driver, facts, findings);
    presence(facts.provisioner(), findings);
    return new ClassReport(
        name,
        facts.provisioner(),
        driver.name(),
        driver.isKnown() ? Abilities.of(driver) : Map.of(),
        findings.violations(),
        findings.warnings());
  }

  /** A Secret that is made counts as it will be. */
  private static Findings check(
      StorageClassSpec spec, CsiDriver driver, BiFunction<String, String, SecretSeen> others) {
    Findings findings = new Findings(spec.name());
    ClassNames.check(spec, findings);
    ClassObjects objects = new ClassObjects(spec, driver);
    ClassFacts facts =
        ClassReader.read(
            objects.classObject(),
            (namespace, name) ->
                objects.secrets().stream()
                    .filter(s -> s.namespace().equals(namespace) && s.name().equals(name))
                    .findFirst()
                    .<SecretSeen>map(s -> new SecretSeen.There(s.values().keySet()))
                    .orElseGet(() -> others.apply(namespace, name)));
    ClassRules.check(driver, facts, findings);
    return findings;
  }

  private void presence(String provisioner, Findings findings) {
    if (presence.of(provisioner) == DriverPresence.Seen.MISSING) {
      findings.warning(
          "PROVISIONER_ABSENT", "the driver " + provisioner + " is not installed in the cluster");
    }
  }

  /** The Secrets come first: a class whose Secret is missing makes volumes that fail. */
  private static List<Step> steps(ClassObjects objects) {
    List<Step> steps = new ArrayList<>();
    for (ClassSecret secret : objects.secrets()) {
      steps.add(
          new Step(
              "secret " + secret.namespace() + "/" + secret.name(),
              ClassCluster.secrets(secret.namespace()),
              secret.name(),
              objects.secretObject(secret, false)));
    }
    String name = objects.name();
    steps.add(new Step("storage class " + name, ClassCluster.CLASSES, name, objects.classObject()));
    if (objects.hasSnapshotClass()) {
      steps.add(
          new Step(
              "snapshot class " + name,
              SnapshotApi.CLASSES_PATH,
              name,
              objects.snapshotClassObject()));
    }
    return steps;
  }
}
