package dev.mooring.kubernetes;

import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.ForeignClaims;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Claims that an administrator makes with kubectl. */
record ClaimsByHand(
    KubernetesClient admin,
    Function<String, String> namespaces,
    Function<VolumeKind, String> classes)
    implements ForeignClaims {
  private Resource<PersistentVolumeClaim> at(String account, String name) {
    return admin.persistentVolumeClaims().inNamespace(namespaces.apply(account)).withName(name);
  }

  @Override
  public void make(String account, String name, VolumeKind kind) {
    PersistentVolumeClaim claim =
        new PersistentVolumeClaimBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespaces.apply(account))
            .addToLabels("app", "mysql")
            .endMetadata()
            .withNewSpec()
            .withAccessModes(kind == VolumeKind.DRIVE ? "ReadWriteOnce" : "ReadWriteMany")
            .withStorageClassName(classes.apply(kind))
            .withNewResources()
            .addToRequests("storage", new Quantity("1G"))
            .endResources()
            .endSpec()
            .build();
    PersistentVolumeClaim unused = admin.resource(claim).create();
    Eventually.holds(
        "the claim is bound", () -> "Bound".equals(at(account, name).get().getStatus().getPhase()));
  }

  @Override
  public String state(String account, String name) {
    PersistentVolumeClaim claim = at(account, name).get();
    PersistentVolume volume =
        admin.persistentVolumes().withName(claim.getSpec().getVolumeName()).get();
    return claim.getMetadata().getUid()
        + without(claim.getMetadata().getLabels())
        + without(claim.getMetadata().getAnnotations())
        + claim.getMetadata().getFinalizers()
        + claim.getSpec()
        + claim.getStatus().getPhase()
        + volume.getMetadata().getResourceVersion()
        + volume.getSpec();
  }

  private static Map<String, String> without(@Nullable Map<String, String> marks) {
    Map<String, String> others = new TreeMap<>();
    Optional.ofNullable(marks)
        .orElse(Map.of())
        .forEach(
            (key, value) -> {
              if (!key.contains("mooring.dev/") && !value.equals("mooring")) {
                others.put(key, value);
              }
            });
    return others;
  }

  @Override
  public String version(String account, String name) {
    return at(account, name).get().getMetadata().getResourceVersion();
  }

  @Override
  public void remove(String account, String name) {
    PersistentVolumeClaim claim = at(account, name).get();
    if (claim == null) {
      return;
    }
    at(account, name).delete();
    String volume = claim.getSpec().getVolumeName();
    Eventually.holds(
        "the claim and its volume are gone",
        () ->
            at(account, name).get() == null
                && (volume == null || admin.persistentVolumes().withName(volume).get() == null));
  }
}
