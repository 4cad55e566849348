package dev.mooring.kubernetes;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A Kubernetes CronJob that runs {@code mooring maintenance run}: rendered for review and for
 * {@code kubectl apply}, not applied. It holds no secret: the configuration comes from a ConfigMap,
 * and secrets that this refers to are read by the service account. The pod fits the Pod Security
 * Standard {@code restricted}. Immutable: each method returns a changed copy; nothing is checked
 * before it is rendered.
 *
 * <pre>{@code
 * String yaml =
 *     MaintenanceCronJob.named("mooring-maintenance")
 *         .namespace("mooring-acme")
 *         .image("registry.example/mooring:1")
 *         .yaml();
 * }</pre>
 *
 * @param name its name, a DNS label of at most 52 characters
 * @param namespace where it runs
 * @param image a container image with the command {@code mooring}
 * @param schedule when, as cron's five fields in UTC; unless set, 7 minutes past each hour
 * @param serviceAccount its service account, with the rights of {@code deploy/role.yaml}; {@code
 *     mooring} unless set
 * @param configMap the ConfigMap with the configuration under the key {@code mooring.yaml}; {@code
 *     mooring} unless set
 */
public record MaintenanceCronJob(
    String name,
    String namespace,
    String image,
    String schedule,
    String serviceAccount,
    String configMap) {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
  private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]*");
  private static final Pattern CRON = Pattern.compile("[0-9A-Za-z*/,?-]+( [0-9A-Za-z*/,?-]+){4}");
  private static final String CONFIGURATION = "/etc/mooring";
  private static final String HOME = "/tmp";

  /** A Job's pods append 11 characters to the name of its CronJob. */
  private static final int LONGEST = 52;

  private static final int LONGEST_OBJECT = 253;

  /** Checks that nothing is missing. */
  public MaintenanceCronJob {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(serviceAccount, "serviceAccount");
    Objects.requireNonNull(configMap, "configMap");
  }

  /** A CronJob of this name; it needs a namespace and an image. */
  public static MaintenanceCronJob named(String name) {
    return new MaintenanceCronJob(name, "", "", "7 * * * *", "mooring", "mooring");
  }

  /** The same in a namespace. */
  public MaintenanceCronJob namespace(String where) {
    return new MaintenanceCronJob(name, where, image, schedule, serviceAccount, configMap);
  }

  /** The same with an image. */
  public MaintenanceCronJob image(String what) {
    return new MaintenanceCronJob(name, namespace, what, schedule, serviceAccount, configMap);
  }

  /** The same at other times: cron's five fields, in UTC. */
  public MaintenanceCronJob schedule(String cron) {
    return new MaintenanceCronJob(name, namespace, image, cron, serviceAccount, configMap);
  }

  /** The same as another service account. */
  public MaintenanceCronJob serviceAccount(String account) {
    return new MaintenanceCronJob(name, namespace, image, schedule, account, configMap);
  }

  /** The same with another ConfigMap. */
  public MaintenanceCronJob configMap(String map) {
    return new MaintenanceCronJob(name, namespace, image, schedule, serviceAccount, map);
  }

  /**
   * The object as YAML. Asks no cluster.
   *
   * @throws InvalidRequestException with everything that is wrong with its values
   */
  public String yaml() {
    return Serialization.asYaml(object());
  }

  /**
   * The object. Asks no cluster.
   *
   * @throws InvalidRequestException with everything that is wrong with its values
   */
  public CronJob object() {
    check();
    return new CronJobBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .addToLabels("app.kubernetes.io/name", "mooring")
        .addToLabels("app.kubernetes.io/component", "maintenance")
        .endMetadata()
        .withNewSpec()
        .withSchedule(schedule)
        .withTimeZone("Etc/UTC")
        .withConcurrencyPolicy("Forbid")
        .withStartingDeadlineSeconds(600L)
        .withSuccessfulJobsHistoryLimit(1)
        .withFailedJobsHistoryLimit(3)
        .withNewJobTemplate()
        .withNewSpec()
        .withBackoffLimit(1)
        .withActiveDeadlineSeconds(3600L)
        .withNewTemplate()
        .withNewSpec()
        .withServiceAccountName(serviceAccount)
        .withRestartPolicy("Never")
        .withEnableServiceLinks(false)
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(65532L)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .addNewContainer()
        .withName("maintenance")
        .withImage(image)
        .withCommand("mooring", "maintenance", "run", "--json")
        .addNewEnv()
        .withName("MOORING_CONFIG")
        .withValue(CONFIGURATION + "/mooring.yaml")
        .endEnv()
        .addNewEnv()
        .withName("MOORING_HOME")
        .withValue(HOME)
        .endEnv()
        .withNewResources()
        .withRequests(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("256Mi")))
        .withLimits(Map.of("memory", new Quantity("512Mi")))
        .endResources()
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .addNewVolumeMount()
        .withName("configuration")
        .withMountPath(CONFIGURATION)
        .withReadOnly(true)
        .endVolumeMount()
        .addNewVolumeMount()
        .withName("home")
        .withMountPath(HOME)
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName("configuration")
        .withNewConfigMap()
        .withName(configMap)
        .endConfigMap()
        .endVolume()
        .addNewVolume()
        .withName("home")
        .withNewEmptyDir()
        .endEmptyDir()
        .endVolume()
        .endSpec()
        .endTemplate()
        .endSpec()
        .endJobTemplate()
        .endSpec()
        .build();
  }

  private void check() {
    List<Violation> violations = new ArrayList<>();
    check(violations, "name", LABEL, LONGEST, name, "a DNS label of at most 52 characters");
    check(violations, "namespace", LABEL, 63, namespace, "a DNS label");
    check(violations, "image", IMAGE, 1024, image, "the name of a container image");
    check(violations, "schedule", CRON, 200, schedule, "the five fields of cron");
    check(
        violations,
        "serviceAccount",
        SUBDOMAIN,
        LONGEST_OBJECT,
        serviceAccount,
        "the name of a service account");
    check(violations, "configMap", SUBDOMAIN, LONGEST_OBJECT, configMap, "the name of a ConfigMap");
    if (!violations.isEmpty()) {
      throw new InvalidRequestException(
          Problem.tried("render").on("cronjob/mooring maintenance"), violations);
    }
  }

  private static void check(
      List<Violation> violations,
      String field,
      Pattern pattern,
      int longest,
      String value,
      String what) {
    if (value.length() > longest || !pattern.matcher(value).matches()) {
      violations.add(Violation.of(field, value.isEmpty() ? "is missing" : "must be " + what));
    }
  }
}
