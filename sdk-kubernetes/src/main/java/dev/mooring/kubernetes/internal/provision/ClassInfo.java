package dev.mooring.kubernetes.internal.provision;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Map;

/**
 * What matters of a storage class.
 *
 * @param name its name
 * @param provisioner who makes its volumes
 * @param onFirstUse whether a claim is bound only when its first pod is scheduled
 * @param expands whether its volumes may grow
 * @param retains whether the bytes of its volumes stay when they are deleted
 * @param isDefault whether it is the cluster's default
 * @param createdAt when it was created, as the API server writes it
 * @param allowed the nodes for which it makes volumes
 */
public record ClassInfo(
    String name,
    String provisioner,
    boolean onFirstUse,
    boolean expands,
    boolean retains,
    boolean isDefault,
    String createdAt,
    NodeTerms allowed) {
  private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

  static ClassInfo of(StorageClass object) {
    Map<String, String> annotations =
        object.getMetadata().getAnnotations() == null
            ? Map.of()
            : object.getMetadata().getAnnotations();
    return new ClassInfo(
        object.getMetadata().getName(),
        object.getProvisioner() == null ? "" : object.getProvisioner(),
        "WaitForFirstConsumer".equals(object.getVolumeBindingMode()),
        Boolean.TRUE.equals(object.getAllowVolumeExpansion()),
        "Retain".equals(object.getReclaimPolicy()),
        "true".equals(annotations.get(DEFAULT)),
        String.valueOf(object.getMetadata().getCreationTimestamp()),
        NodeTerms.allowed(object.getAllowedTopologies()));
  }
}
