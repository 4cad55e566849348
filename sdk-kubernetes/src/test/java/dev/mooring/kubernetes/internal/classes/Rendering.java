package dev.mooring.kubernetes.internal.classes;

import static org.mockito.Mockito.mock;

import dev.mooring.admin.ClassManifest;
import dev.mooring.admin.ClassSecret;
import dev.mooring.admin.StorageClassDraft;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.api.KubernetesErrors;
import dev.mooring.kubernetes.internal.api.ServerClock;
import dev.mooring.kubernetes.internal.driver.CsiDrivers;
import dev.mooring.kubernetes.internal.provision.DriverPresence;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.secret.Secret;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Renders classes without a cluster. */
final class Rendering {
  static final String NAMESPACE = "storage";
  static final String SECRET = "credentials";

  private final KubernetesClasses classes;

  Rendering(ExternalCsi... described) {
    Api api =
        new Api(
            mock(HttpClient.class),
            "http://nowhere",
            Duration.ofSeconds(1),
            new ServerClock(Clock.systemUTC()),
            new KubernetesErrors("us-central"),
            new Json());
    this.classes =
        new KubernetesClasses(
            api,
            new StorageClasses(api, Clock.systemUTC(), new CsiDrivers(List.of(described))),
            new DriverPresence(api, Clock.systemUTC()));
  }

  ClassManifest manifest(StorageClassDraft<?> draft) {
    return classes.render(draft.spec());
  }

  /** What stands against a class. */
  List<Violation> violations(StorageClassDraft<?> draft) {
    try {
      ClassManifest unused = manifest(draft);
      return List.of();
    } catch (InvalidRequestException e) {
      return e.violations();
    }
  }

  /** The fields that stand against it. */
  List<String> fields(StorageClassDraft<?> draft) {
    return violations(draft).stream().map(Violation::field).toList();
  }

  /** A Secret with these keys, each with a value that no text may show. */
  static ClassSecret secret(String... keys) {
    ClassSecret secret = ClassSecret.named(NAMESPACE, SECRET);
    for (String key : keys) {
      secret = secret.with(key, Secret.of("MARKED-" + key));
    }
    return secret;
  }

  /** The same draft, whose class names no Secret for a step. */
  static <C extends StorageClassDraft<C>> C without(C draft, String use) {
    return draft
        .parameter("csi.storage.k8s.io/" + use + "-secret-name", "")
        .parameter("csi.storage.k8s.io/" + use + "-secret-namespace", "");
  }
}
