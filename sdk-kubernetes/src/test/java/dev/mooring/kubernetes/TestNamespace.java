package dev.mooring.kubernetes;

import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

/**
 * A namespace for one run, with a service account that has exactly the published roles, and a
 * kubeconfig for it. Everything is gone after {@link #close}.
 */
final class TestNamespace implements AutoCloseable {
  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final String USER = "mooring";

  private final KubernetesClient admin;
  private final String name;
  private final Path kubeconfig;

  private TestNamespace(KubernetesClient admin, String name, Path kubeconfig) {
    this.admin = admin;
    this.name = name;
    this.kubeconfig = kubeconfig;
  }

  /** Makes one, with the rights of role.yaml and clusterrole-read.yaml. */
  static TestNamespace make() {
    TestNamespace made = withoutRoles();
    made.bindRole();
    made.bindClusterRead();
    return made;
  }

  /** Makes one whose service account may do nothing yet. */
  static TestNamespace withoutRoles() {
    KubernetesClient admin = new KubernetesClientBuilder().build();
    String name = "mooring-test-" + UUID.randomUUID().toString().substring(0, 8);
    admin
        .namespaces()
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    admin
        .serviceAccounts()
        .inNamespace(name)
        .resource(
            new ServiceAccountBuilder().withNewMetadata().withName(USER).endMetadata().build())
        .create();
    // Pods can be made once the cluster has made the default account.
    Eventually.holds(
        "the namespace is ready",
        () -> admin.serviceAccounts().inNamespace(name).withName("default").get() != null);
    return new TestNamespace(admin, name, kubeconfig(admin, name));
  }

  void bindRole() {
    bindRole(rules("role.yaml"));
  }

  /** Binds a role with these rules, in place of the one that was bound before. */
  void bindRole(List<PolicyRule> rules) {
    Role role = new RoleBuilder(read("role.yaml", Role.class)).withRules(rules).build();
    if (admin.rbac().roles().inNamespace(name).withName(role.getMetadata().getName()).get()
        != null) {
      admin.rbac().roles().inNamespace(name).resource(role).update();
      return;
    }
    admin.rbac().roles().inNamespace(name).resource(role).create();
    admin
        .rbac()
        .roleBindings()
        .inNamespace(name)
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName(USER)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", role.getMetadata().getName())
                .addNewSubject(null, "ServiceAccount", USER, name)
                .build())
        .create();
  }

  void bindClusterRead() {
    bindClusterRole(rules("clusterrole-read.yaml"));
  }

  /** Binds a cluster role with these rules, in place of the one that was bound before. */
  void bindClusterRole(List<PolicyRule> rules) {
    ClusterRole own =
        new ClusterRoleBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .withRules(rules)
            .build();
    if (admin.rbac().clusterRoles().withName(name).get() != null) {
      admin.rbac().clusterRoles().resource(own).update();
      return;
    }
    admin.rbac().clusterRoles().resource(own).create();
    admin
        .rbac()
        .clusterRoleBindings()
        .resource(
            new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", name)
                .addNewSubject(null, "ServiceAccount", USER, name)
                .build())
        .create();
  }

  /** The rules of a published file. */
  static List<PolicyRule> rules(String file) {
    return file.startsWith("clusterrole")
        ? read(file, ClusterRole.class).getRules()
        : read(file, Role.class).getRules();
  }

  /**
   * Waits until the API server lets the service account do something, or refuses it: a changed role
   * counts a moment later.
   */
  void untilAllowed(Triple triple, String inNamespace, boolean allowed) {
    Eventually.holds(
        triple + (allowed ? " is allowed" : " is refused"),
        () -> allowed == allows(triple, inNamespace));
  }

  private boolean allows(Triple triple, String inNamespace) {
    SubjectAccessReview review =
        new SubjectAccessReviewBuilder()
            .withNewSpec()
            .withUser("system:serviceaccount:" + name + ":" + USER)
            .withGroups("system:serviceaccounts", "system:authenticated")
            .withNewResourceAttributes()
            .withNamespace(inNamespace)
            .withGroup(triple.group())
            .withResource(triple.plainResource())
            .withSubresource(triple.subresource())
            .withVerb(triple.verb())
            .endResourceAttributes()
            .endSpec()
            .build();
    return Boolean.TRUE.equals(
        admin.authorization().v1().subjectAccessReview().create(review).getStatus().getAllowed());
  }

  private static <T> T read(String file, Class<T> type) {
    try {
      return Serialization.unmarshal(Files.readString(DEPLOY.resolve(file)), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path kubeconfig(KubernetesClient admin, String name) {
    TokenRequest request =
        admin
            .serviceAccounts()
            .inNamespace(name)
            .withName(USER)
            .tokenRequest(
                new TokenRequestBuilder()
                    .withNewSpec()
                    .withExpirationSeconds(3 * 3600L)
                    .endSpec()
                    .build());
    Config config = admin.getConfiguration();
    String text =
        String.join(
            "\n",
            "apiVersion: v1",
            "kind: Config",
            "current-context: test",
            "contexts: [{name: test, context: {cluster: test, user: test}}]",
            "clusters:",
            "- name: test",
            "  cluster: {server: \""
                + config.getMasterUrl()
                + "\", certificate-authority-data: "
                + config.getCaCertData()
                + "}",
            "users:",
            "- name: test",
            "  user: {token: " + request.getStatus().getToken() + "}",
            "");
    try {
      Path file =
          Files.createTempFile(
              "mooring-kubeconfig",
              ".yaml",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KubernetesClient admin() {
    return admin;
  }

  String name() {
    return name;
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  /** Removes all claims and ConfigMaps, and waits until they are gone. */
  void empty() {
    admin.persistentVolumeClaims().inNamespace(name).delete();
    admin.configMaps().inNamespace(name).withLabel("mooring.dev/record").delete();
    Eventually.holds(
        "no claim is left",
        () -> admin.persistentVolumeClaims().inNamespace(name).list().getItems().isEmpty());
  }

  @Override
  public void close() {
    try {
      admin.rbac().clusterRoleBindings().withName(name).delete();
      admin.rbac().clusterRoles().withName(name).delete();
      admin.namespaces().withName(name).delete();
      Eventually.holds(
          "the namespace is gone", () -> admin.namespaces().withName(name).get() == null);
      Files.deleteIfExists(kubeconfig);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      admin.close();
    }
  }

  @Override
  public String toString() {
    return "namespace " + name;
  }
}
