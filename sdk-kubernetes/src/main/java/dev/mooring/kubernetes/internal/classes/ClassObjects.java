package dev.mooring.kubernetes.internal.classes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.admin.ClassSecret;
import dev.mooring.admin.StorageClassSpec;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.api.SnapshotApi;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.record.Marks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects that a description of a storage class stands for, in the API server's own form. */
final class ClassObjects {
  private final StorageClassSpec spec;
  private final CsiDriver driver;

  ClassObjects(StorageClassSpec spec, CsiDriver driver) {
    this.spec = spec;
    this.driver = driver;
  }

  /** The class's name. */
  String name() {
    return spec.name();
  }

  /** The Secrets that are made, once each. */
  List<ClassSecret> secrets() {
    Set<ClassSecret> made = new LinkedHashSet<>();
    Stream.of(spec.secret(), spec.nodeSecret())
        .filter(secret -> secret != null && secret.isMade())
        .forEach(made::add);
    return List.copyOf(made);
  }

  /** The parameters of the class, with those of its Secrets; what is said outright counts. */
  Map<String, String> parameters() {
    Map<String, String> all = new TreeMap<>();
    for (SecretUse use : driver.secrets().uses()) {
      ClassSecret secret = secret(use);
      boolean needed = use != SecretUse.CONTROLLER_EXPAND || spec.expands();
      if (secret != null && needed && use != SecretUse.SNAPSHOTTER) {
        all.put(use.nameParameter(), secret.name());
        all.put(use.namespaceParameter(), secret.namespace());
      }
    }
    all.putAll(spec.parameters());
    return all;
  }

  private @Nullable ClassSecret secret(SecretUse use) {
    return use.onNode() && spec.nodeSecret() != null ? spec.nodeSecret() : spec.secret();
  }

  /** Whether there is a snapshot class too. */
  boolean hasSnapshotClass() {
    return spec.snapshots() && driver.snapshots();
  }

  /** A Secret; its values are shown only when asked for. */
  ObjectNode secretObject(ClassSecret secret, boolean masked) {
    ObjectNode object = head("v1", "Secret", secret.name());
    ((ObjectNode) object.get("metadata")).put("namespace", secret.namespace());
    object.put("type", "Opaque");
    ObjectNode data = object.putObject("stringData");
    secret
        .values()
        .forEach((key, value) -> data.put(key, masked ? value.toString() : value.reveal()));
    return object;
  }

  /** The class. */
  ObjectNode classObject() {
    ObjectNode object = head("storage.k8s.io/v1", "StorageClass", spec.name());
    object.put("provisioner", spec.provisioner());
    ObjectNode parameters = object.putObject("parameters");
    parameters().forEach(parameters::put);
    object.put("reclaimPolicy", spec.retains() ? "Retain" : "Delete");
    object.put("volumeBindingMode", spec.onFirstUse() ? "WaitForFirstConsumer" : "Immediate");
    object.put("allowVolumeExpansion", spec.expands());
    if (!spec.mountOptions().isEmpty()) {
      spec.mountOptions().forEach(object.putArray("mountOptions")::add);
    }
    return object;
  }

  /** The snapshot class. */
  ObjectNode snapshotClassObject() {
    ObjectNode object = head(SnapshotApi.GROUP_VERSION, SnapshotApi.CLASS_KIND, spec.name());
    object.put("driver", spec.provisioner());
    object.put("deletionPolicy", spec.retains() ? "Retain" : "Delete");
    Map<String, String> all = new TreeMap<>(driver.snapshotParameters(spec.parameters()));
    ClassSecret secret = spec.secret();
    if (secret != null && driver.secrets().uses().contains(SecretUse.SNAPSHOTTER)) {
      all.put(SecretUse.SNAPSHOTTER.nameParameter(), secret.name());
      all.put(SecretUse.SNAPSHOTTER.namespaceParameter(), secret.namespace());
    }
    if (!all.isEmpty()) {
      ObjectNode parameters = object.putObject("parameters");
      all.forEach(parameters::put);
    }
    return object;
  }

  private static ObjectNode head(String apiVersion, String kind, String name) {
    ObjectNode object = Json.object();
    object.put("apiVersion", apiVersion).put("kind", kind);
    object
        .putObject("metadata")
        .put("name", name)
        .putObject("labels")
        .put(Marks.MANAGED_BY, Marks.MOORING);
    return object;
  }
}
