package dev.mooring.kubernetes.internal;

import dev.mooring.kubernetes.Kubernetes;
import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads the section {@code kubernetes} of a region's configuration. */
public final class KubernetesProvider implements BackendProvider {
  @Override
  public String id() {
    return Kubernetes.ID;
  }

  @Override
  public Backend configure(Settings settings) {
    Kubernetes backend =
        settings.path("kubeconfig").map(Kubernetes::fromKubeconfig).orElseGet(Kubernetes::standard);
    Optional<String> context = settings.string("context");
    if (context.isPresent()) {
      backend = backend.context(context.get());
    }
    Optional<String> namespace = settings.string("namespace");
    if (namespace.isPresent()) {
      Kubernetes so = backend;
      backend = valid(settings, "namespace", so, () -> so.namespace(namespace.get()));
    }
    backend = backend.createNamespace(settings.bool("createNamespace").orElse(false));
    Optional<Duration> grace = settings.duration("launchGrace");
    if (grace.isPresent()) {
      Kubernetes so = backend;
      backend = valid(settings, "launchGrace", so, () -> so.launchGrace(grace.get()));
    }
    for (Settings section : settings.sections("drivers")) {
      Optional<ExternalCsi> driver = ExternalCsiReader.read(section);
      if (driver.isPresent()) {
        Kubernetes so = backend;
        backend = valid(section, "provisioner", so, () -> so.driver(driver.get()));
      }
    }
    Optional<Settings> instance = settings.section("instance");
    return instance.isPresent() ? instance(backend, instance.get()) : backend;
  }

  private static Kubernetes instance(Kubernetes backend, Settings section) {
    KubernetesSettings standard = KubernetesSettings.STANDARD;
    String image = section.string("image").orElse(standard.image());
    List<String> command = section.strings("command");
    Map<String, String> policies = new LinkedHashMap<>();
    new TreeSet<>(KubernetesSettings.PULL_POLICIES).forEach(name -> policies.put(name, name));
    String policy = section.oneOf("pullPolicy", policies).orElse(standard.pullPolicy());
    return valid(
        section,
        "image",
        backend,
        () -> backend.instance(image, command.isEmpty() ? standard.command() : command, policy));
  }

  private static Kubernetes valid(
      Settings settings, String key, Kubernetes otherwise, Supplier<Kubernetes> change) {
    try {
      return change.get();
    } catch (IllegalArgumentException e) {
      settings.wrong(key, e.getMessage() == null ? "is not valid" : e.getMessage());
      return otherwise;
    }
  }
}
