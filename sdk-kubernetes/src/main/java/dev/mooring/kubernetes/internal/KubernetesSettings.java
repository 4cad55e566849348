package dev.mooring.kubernetes.internal;

import dev.mooring.access.Owner;
import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.kubernetes.internal.instance.PodNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the backend is told.
 *
 * @param kubeconfig the file, or null to look for it as kubectl does
 * @param context the context, or null for the current one
 * @param namespace the namespace, or a template over {account} and {owner}
 * @param createNamespace whether to make it
 * @param launchGrace how long an unseen target keeps its claims
 * @param image what instances run
 * @param command with which command
 * @param pullPolicy when to pull it
 * @param drivers CSI drivers that the SDK does not know, or knows otherwise
 */
public record KubernetesSettings(
    @Nullable Path kubeconfig,
    @Nullable String context,
    String namespace,
    boolean createNamespace,
    Duration launchGrace,
    String image,
    List<String> command,
    String pullPolicy,
    List<ExternalCsi> drivers) {
  /** When an image may be pulled. */
  public static final Set<String> PULL_POLICIES = Set.of("Always", "IfNotPresent", "Never");

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** The defaults. */
  public static final KubernetesSettings STANDARD =
      new KubernetesSettings(
          null,
          null,
          "mooring-{account}",
          false,
          Duration.ofMinutes(10),
          "busybox:1.36",
          List.of("sleep", "infinity"),
          "IfNotPresent",
          List.of());

  /** Checks and copies. */
  public KubernetesSettings {
    Objects.requireNonNull(launchGrace, "launchGrace");
    Objects.requireNonNull(image, "image");
    command = List.copyOf(command);
    drivers = List.copyOf(drivers);
    String filled = namespace.replace("{account}", "a").replace("{owner}", "o");
    if (!LABEL.matcher(filled).matches()) {
      throw new IllegalArgumentException(
          "a namespace is a DNS label of lower-case letters, digits and '-', with {account} and"
              + " {owner} for what they are");
    }
    if (launchGrace.isNegative() || launchGrace.isZero()) {
      throw new IllegalArgumentException("a launch grace must be longer than nothing");
    }
    if (image.isBlank() || command.isEmpty()) {
      throw new IllegalArgumentException("an instance needs an image and a command");
    }
    if (drivers.stream().map(ExternalCsi::provisioner).distinct().count() != drivers.size()) {
      throw new IllegalArgumentException("a driver is described twice");
    }
    if (!PULL_POLICIES.contains(pullPolicy)) {
      throw new IllegalArgumentException("a pull policy is one of Always, IfNotPresent, Never");
    }
  }

  /** The same, of a kubeconfig file. */
  public KubernetesSettings withKubeconfig(Path file) {
    return new KubernetesSettings(
        file,
        context,
        namespace,
        createNamespace,
        launchGrace,
        image,
        command,
        pullPolicy,
        drivers);
  }

  /** The same, in a context. */
  public KubernetesSettings withContext(String name) {
    return new KubernetesSettings(
        kubeconfig,
        name,
        namespace,
        createNamespace,
        launchGrace,
        image,
        command,
        pullPolicy,
        drivers);
  }

  /** The same, in a namespace. */
  public KubernetesSettings withNamespace(String template) {
    return new KubernetesSettings(
        kubeconfig,
        context,
        template,
        createNamespace,
        launchGrace,
        image,
        command,
        pullPolicy,
        drivers);
  }

  /** The same, making the namespace or not. */
  public KubernetesSettings withCreateNamespace(boolean create) {
    return new KubernetesSettings(
        kubeconfig, context, namespace, create, launchGrace, image, command, pullPolicy, drivers);
  }

  /** The same, with another grace. */
  public KubernetesSettings withLaunchGrace(Duration grace) {
    return new KubernetesSettings(
        kubeconfig,
        context,
        namespace,
        createNamespace,
        grace,
        image,
        command,
        pullPolicy,
        drivers);
  }

  /** The same, with other instances. */
  public KubernetesSettings withInstance(String newImage, List<String> argv, String policy) {
    return new KubernetesSettings(
        kubeconfig,
        context,
        namespace,
        createNamespace,
        launchGrace,
        newImage,
        argv,
        policy,
        drivers);
  }

  /** The same, with one more driver. */
  public KubernetesSettings withDriver(ExternalCsi driver) {
    List<ExternalCsi> more = new ArrayList<>(drivers);
    more.add(driver);
    return new KubernetesSettings(
        kubeconfig,
        context,
        namespace,
        createNamespace,
        launchGrace,
        image,
        command,
        pullPolicy,
        more);
  }

  /** How the pods of instances are called: other accounts may share a fixed namespace. */
  PodNames podNames(String account) {
    return namespace.contains("{account}") ? PodNames.plain() : PodNames.of(account);
  }

  /**
   * The namespace of an account and an owner.
   *
   * @throws IllegalArgumentException when it is no DNS label
   */
  public String namespaceOf(String account, Owner owner) {
    String name =
        namespace
            .replace("{account}", account)
            .replace("{owner}", owner.name().toLowerCase(Locale.ROOT));
    if (!LABEL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the template "
              + namespace
              + " gives "
              + name
              + ", which is no DNS label of at most 63 lower-case letters, digits and '-'");
    }
    return name;
  }
}
