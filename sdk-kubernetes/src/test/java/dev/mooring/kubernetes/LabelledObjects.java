package dev.mooring.kubernetes;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;

/** All objects with a label, of every kind that the cluster knows, in all namespaces. */
final class LabelledObjects {
  private LabelledObjects() {}

  /** Kind, namespace and name of each. */
  static List<String> of(KubernetesClient admin, String label, String value) {
    List<String> versions = new ArrayList<>(List.of("v1"));
    for (APIGroup group : admin.getApiGroups().getGroups()) {
      GroupVersionForDiscovery preferred = group.getPreferredVersion();
      versions.add(preferred.getGroupVersion());
    }
    List<String> found = new ArrayList<>();
    for (String version : versions) {
      for (APIResource resource : admin.getApiResources(version).getResources()) {
        if (resource.getVerbs().contains("list") && !resource.getName().contains("/")) {
          found.addAll(of(admin, version, resource, label, value));
        }
      }
    }
    return found;
  }

  private static List<String> of(
      KubernetesClient admin, String version, APIResource resource, String label, String value) {
    String[] parts = version.split("/", 2);
    ResourceDefinitionContext context =
        new ResourceDefinitionContext.Builder()
            .withGroup(parts.length == 2 ? parts[0] : "")
            .withVersion(parts[parts.length - 1])
            .withKind(resource.getKind())
            .withPlural(resource.getName())
            .withNamespaced(resource.getNamespaced())
            .build();
    try {
      var all = admin.genericKubernetesResources(context);
      List<GenericKubernetesResource> items =
          Boolean.TRUE.equals(resource.getNamespaced())
              ? all.inAnyNamespace().withLabel(label, value).list().getItems()
              : all.withLabel(label, value).list().getItems();
      return items.stream()
          .map(
              item ->
                  resource.getKind()
                      + " "
                      + item.getMetadata().getNamespace()
                      + "/"
                      + item.getMetadata().getName())
          .toList();
    } catch (KubernetesClientException e) {
      if (e.getCode() == 404 || e.getCode() == 405) {
        return List.of();
      }
      throw e;
    }
  }
}
