package dev.mooring.kubernetes;

import dev.mooring.StorageClient;
import dev.mooring.admin.StorageClassDraft;
import dev.mooring.kubernetes.BrokenClass.Stage;
import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimList;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * A class in the cluster that is tried as users would: a claim, a pod, growth. Everything is gone
 * after {@link #close}, for which the Secret is made whole again.
 */
final class TriedClass implements AutoCloseable {
  private static final String DELETION = "volume.kubernetes.io/provisioner-deletion-secret-";

  private final TestNamespace namespace;
  private final KubernetesClient admin;
  private final String name;
  private final Optional<Secret> whole;

  private TriedClass(TestNamespace namespace, String name, Optional<Secret> whole) {
    this.namespace = namespace;
    this.admin = namespace.admin();
    this.name = name;
    this.whole = whole;
  }

  /** Renders the class that works, takes away what is to be missing, and creates the rest. */
  static TriedClass of(TestNamespace namespace, StorageClient storage, BrokenClass broken) {
    String name = namespace.name() + "-" + UUID.randomUUID().toString().substring(0, 6);
    StorageClassDraft<?> works = broken.driver().works(namespace.name(), name);
    String yaml =
        storage.admin().storageClasses().render(works.snapshots(false)).complete().reveal();
    List<HasMetadata> objects =
        namespace
            .admin()
            .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
            .items();
    Optional<Secret> secret = first(objects, Secret.class);
    StorageClass storageClass = first(objects, StorageClass.class).orElseThrow();
    Optional<Secret> made = secret.map(s -> namespace.admin().resource(s).create());
    switch (broken.part()) {
      case NOTHING -> {}
      case PARAMETER -> storageClass.getParameters().remove(broken.key());
      case USE ->
          storageClass
              .getParameters()
              .keySet()
              .removeIf(key -> key.startsWith("csi.storage.k8s.io/" + broken.key() + "-secret"));
      case KEY -> {
        made.orElseThrow().getData().remove(broken.key());
        Secret unused = namespace.admin().resource(made.get()).update();
      }
    }
    StorageClass unused = namespace.admin().resource(storageClass).create();
    return new TriedClass(namespace, name, secret);
  }

  private static <T> Optional<T> first(List<HasMetadata> objects, Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  String name() {
    return name;
  }

  /** The stage that fails, tried up to the one where that is expected. */
  Stage run(Stage last) {
    PersistentVolumeClaim unused = admin.resource(claim()).create();
    if (fails(last, "ProvisioningFailed", "", this::bound)) {
      return Stage.PROVISION;
    }
    if (last == Stage.PROVISION) {
      return Stage.NEVER;
    }
    Pod pod = admin.resource(pod()).create();
    String volume = claims().withName(name).get().getSpec().getVolumeName();
    if (fails(last, "FailedMount", volume, () -> "Running".equals(phase(pod)))) {
      return Stage.MOUNT;
    }
    if (last == Stage.MOUNT) {
      return Stage.NEVER;
    }
    PersistentVolumeClaim grown =
        claims()
            .withName(name)
            .edit(
                c ->
                    new PersistentVolumeClaimBuilder(c)
                        .editSpec()
                        .editResources()
                        .addToRequests("storage", new Quantity("2Gi"))
                        .endResources()
                        .endSpec()
                        .build());
    return fails(last, "VolumeResizeFailed", "", () -> has(grown)) ? Stage.GROWTH : Stage.NEVER;
  }

  private boolean has(PersistentVolumeClaim grown) {
    return Optional.ofNullable(claims().withName(grown.getMetadata().getName()).get())
        .map(c -> Quantity.getAmountInBytes(c.getStatus().getCapacity().get("storage")))
        .filter(bytes -> bytes.longValueExact() >= 2L << 30)
        .isPresent();
  }

  /**
   * Whether the cluster tells of this failure twice before it is well. Of what works no failure
   * lasts: a controller that has not read the class yet, or a kubelet, may be too early once.
   */
  private boolean fails(Stage last, String reason, String words, BooleanSupplier well) {
    return Eventually.value(
        name + " is well, or " + reason,
        () -> {
          if (well.getAsBoolean()) {
            return Optional.of(false);
          }
          if (last == Stage.NEVER) {
            return Optional.<Boolean>empty();
          }
          return times(reason, words) > 1 ? Optional.of(true) : Optional.<Boolean>empty();
        });
  }

  private int times(String reason, String words) {
    return admin.v1().events().inNamespace(namespace.name()).list().getItems().stream()
        .filter(event -> name.equals(event.getInvolvedObject().getName()))
        .filter(event -> reason.equals(event.getReason()))
        .filter(event -> event.getMessage().contains(words))
        .mapToInt(event -> Objects.requireNonNullElse(event.getCount(), 1))
        .sum();
  }

  private boolean bound() {
    return Optional.ofNullable(claims().withName(name).get())
        .map(c -> "Bound".equals(c.getStatus().getPhase()))
        .orElse(false);
  }

  private String phase(Pod pod) {
    return Optional.ofNullable(
            admin.pods().inNamespace(namespace.name()).withName(pod.getMetadata().getName()).get())
        .map(p -> p.getStatus().getPhase())
        .orElse("");
  }

  private NonNamespaceOperation<
          PersistentVolumeClaim, PersistentVolumeClaimList, Resource<PersistentVolumeClaim>>
      claims() {
    return admin.persistentVolumeClaims().inNamespace(namespace.name());
  }

  private PersistentVolumeClaim claim() {
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace.name())
        .endMetadata()
        .withNewSpec()
        .withStorageClassName(name)
        .withAccessModes("ReadWriteOnce")
        .withNewResources()
        .addToRequests("storage", new Quantity("1Gi"))
        .endResources()
        .endSpec()
        .build();
  }

  private Pod pod() {
    return new PodBuilder(Cluster.pod(name, "node-a", List.of("sleep", "infinity")))
        .editMetadata()
        .withNamespace(namespace.name())
        .endMetadata()
        .editSpec()
        .addNewVolume()
        .withName("tried")
        .withNewPersistentVolumeClaim()
        .withClaimName(name)
        .endPersistentVolumeClaim()
        .endVolume()
        .editFirstContainer()
        .addNewVolumeMount()
        .withName("tried")
        .withMountPath("/tried")
        .endVolumeMount()
        .endContainer()
        .endSpec()
        .build();
  }

  @Override
  public void close() {
    whole.ifPresent(
        secret -> {
          admin.secrets().inNamespace(namespace.name()).withName(name).delete();
          Secret unused = admin.resource(secret).create();
        });
    Cluster.remove(namespace, name);
    whole.ifPresent(secret -> forgetsNothing());
    claims().withName(name).delete();
    Eventually.holds(
        "claim and volume of " + name + " are gone",
        () -> claims().withName(name).get() == null && volumes().isEmpty());
    admin.storage().v1().storageClasses().withName(name).delete();
  }

  /** A volume that was made without a Secret is deleted with one, so that no byte is left. */
  private void forgetsNothing() {
    for (String volume : volumes()) {
      var unused =
          admin
              .persistentVolumes()
              .withName(volume)
              .edit(
                  pv -> {
                    pv.getMetadata().getAnnotations().put(DELETION + "name", name);
                    pv.getMetadata().getAnnotations().put(DELETION + "namespace", namespace.name());
                    return pv;
                  });
    }
  }

  private List<String> volumes() {
    return admin.persistentVolumes().list().getItems().stream()
        .filter(pv -> name.equals(pv.getSpec().getStorageClassName()))
        .map(pv -> pv.getMetadata().getName())
        .toList();
  }
}
