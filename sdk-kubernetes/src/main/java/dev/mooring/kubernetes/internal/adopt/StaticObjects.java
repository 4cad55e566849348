package dev.mooring.kubernetes.internal.adopt;

import dev.mooring.admin.ClassSecret;
import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.internal.driver.StaticUse;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Index;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretReference;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The PersistentVolume of adopted data; it and the claim name each other. */
final class StaticObjects {
  private static final String PREFIX = "mooring-static-";
  static final String RETAIN = "Retain";

  private StaticObjects() {}

  /** Called by the volume's id: no other volume has it. */
  static String volumeName(VolumeSpec spec) {
    return PREFIX + spec.id().value();
  }

  static PersistentVolume volume(
      Place place, String claim, VolumeSpec spec, StaticVolumeSpec source, StaticUse use) {
    Map<String, String> index =
        Map.of(Index.ACCOUNT, place.account(), Index.VOLUME_ID, spec.id().value());
    String drawn = volumeName(spec);
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName(drawn)
        .withLabels(Marks.labels(index))
        .addToLabels(Marks.MANAGED_BY, Marks.MOORING)
        .withAnnotations(Marks.hidden(index))
        .addToAnnotations(Marks.REGION, place.region())
        .addToAnnotations(Marks.HOME, place.namespace())
        .endMetadata()
        .withNewSpec()
        .addToCapacity("storage", new Quantity(Long.toString(spec.sizeBytes())))
        .withAccessModes(mode(spec).kubernetesName())
        .withPersistentVolumeReclaimPolicy(RETAIN)
        .withStorageClassName("")
        .withVolumeMode("Filesystem")
        .withMountOptions(source.mountOptions())
        .withNewClaimRef()
        .withApiVersion("v1")
        .withKind("PersistentVolumeClaim")
        .withNamespace(place.namespace())
        .withName(claim)
        .endClaimRef()
        .withNewCsi()
        .withDriver(source.driver())
        .withVolumeHandle(source.handle() == null ? drawn : source.handle())
        .withVolumeAttributes(source.attributes())
        .withFsType(use.fsType())
        .withNodeStageSecretRef(secret(source, use, SecretUse.NODE_STAGE))
        .withNodePublishSecretRef(secret(source, use, SecretUse.NODE_PUBLISH))
        .endCsi()
        .endSpec()
        .build();
  }

  private static @Nullable SecretReference secret(
      StaticVolumeSpec source, StaticUse use, SecretUse step) {
    ClassSecret secret = source.secret();
    return secret == null || use.secret() != step
        ? null
        : new SecretReference(secret.name(), secret.namespace());
  }

  private static AccessMode mode(VolumeSpec spec) {
    return Objects.requireNonNull(spec.accessMode(), "resolved before");
  }

  /** Whether a PersistentVolume was made for a volume. */
  static boolean isOf(PersistentVolume volume, VolumeSpec spec) {
    return spec.id().value().equals(Marks.label(volume, Marks.label(Index.VOLUME_ID)))
        && Marks.isOf(volume, spec.account());
  }
}
