package dev.mooring.kubernetes;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two namespaces: one of an account that may share, and one that is shared into, where that account
 * has exactly the rights of the published role. Everything is gone after {@link #close}.
 */
final class SharingSpaces implements AutoCloseable {
  static final String SECRET = "share-secret";
  private static final String STAGE = "csi.storage.k8s.io/node-stage-secret-";
  private static final String PUBLISH = "csi.storage.k8s.io/node-publish-secret-";

  final TestNamespace home = TestNamespace.make();
  final TestNamespace other = TestNamespace.withoutRoles();

  SharingSpaces() {
    List<PolicyRule> rules = new ArrayList<>(TestNamespace.rules("clusterrole-read.yaml"));
    rules.addAll(TestNamespace.rules("clusterrole-share.yaml"));
    home.bindClusterRole(rules);
    bindOther(TestNamespace.rules("role-share.yaml"));
    home.untilAllowed(new Triple("", "persistentvolumes", "create"), "", true);
  }

  /** Gives the account these rights in the other namespace, in place of those before. */
  void bindOther(List<PolicyRule> rules) {
    KubernetesClient admin = other.admin();
    var role =
        new RoleBuilder()
            .withNewMetadata()
            .withName("mooring-share")
            .withNamespace(other.name())
            .endMetadata()
            .withRules(rules)
            .build();
    if (admin.rbac().roles().inNamespace(other.name()).withName("mooring-share").get() != null) {
      admin.resource(role).update();
      return;
    }
    admin.resource(role).create();
    admin
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName("mooring-share")
                .withNamespace(other.name())
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", "mooring-share")
                .addNewSubject(null, "ServiceAccount", "mooring", home.name())
                .build())
        .create();
    home.untilAllowed(new Triple("", "persistentvolumeclaims", "create"), other.name(), true);
  }

  /**
   * A client whose filesystems are of a class, with a Secret for shares where the class has one.
   */
  StorageClient client(String storageClass) {
    Map<String, String> parameters =
        home.admin().storage().v1().storageClasses().withName(storageClass).get().getParameters();
    Profile profile =
        Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx")
            .withStorageClass(storageClass)
            .asDefault();
    for (String step : List.of(STAGE, PUBLISH)) {
      String name = parameters.get(step + "name");
      if (name != null) {
        secret(parameters.getOrDefault(step + "namespace", home.name()), name);
        return client(profile.withShareSecret(home.name() + "/" + SECRET));
      }
    }
    return client(profile);
  }

  StorageClient client(Profile... profiles) {
    return StorageClient.builder()
        .account("acme")
        .owner(Owner.user("ana"))
        .region(
            Cluster.REGION,
            RegionConfiguration.of(Cluster.backend(home)).withProfiles(List.of(profiles)))
        .build();
  }

  /** What an administrator gives the nodes: here the keys of the class, under the static names. */
  private void secret(String namespace, String name) {
    KubernetesClient admin = home.admin();
    Secret known = admin.secrets().inNamespace(namespace).withName(name).get();
    Map<String, String> data = new TreeMap<>();
    known.getData().forEach((key, value) -> data.put(key.replace("admin", "user"), value));
    Secret unused =
        admin
            .resource(
                new SecretBuilder()
                    .withNewMetadata()
                    .withName(SECRET)
                    .withNamespace(home.name())
                    .endMetadata()
                    .withData(data)
                    .build())
            .createOr(resource -> resource.update());
  }

  /** A pod of the other namespace that mounts a claim at {@code /theirs} and runs a script. */
  Pod pod(String name, String node, String claim, String script) {
    return new PodBuilder(Cluster.pod(name, node, List.of("sh", "-c", script)))
        .editSpec()
        .addNewVolume()
        .withName("share")
        .withNewPersistentVolumeClaim()
        .withClaimName(claim)
        .endPersistentVolumeClaim()
        .endVolume()
        .editFirstContainer()
        .addNewVolumeMount()
        .withName("share")
        .withMountPath("/theirs")
        .endVolumeMount()
        .endContainer()
        .endSpec()
        .build();
  }

  List<PersistentVolume> volumes() {
    return home
        .admin()
        .persistentVolumes()
        .withLabel("mooring.dev/share")
        .list()
        .getItems()
        .stream()
        .filter(pv -> pv.getSpec().getClaimRef().getNamespace().equals(other.name()))
        .toList();
  }

  List<PersistentVolumeClaim> claims() {
    return other.admin().persistentVolumeClaims().inNamespace(other.name()).list().getItems();
  }

  void assertNothingShared() {
    Eventually.holds("no share is left", () -> volumes().isEmpty() && claims().isEmpty());
  }

  @Override
  public void close() {
    try {
      other.close();
    } finally {
      home.close();
    }
  }
}
