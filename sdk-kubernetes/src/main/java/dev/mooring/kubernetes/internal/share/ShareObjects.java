package dev.mooring.kubernetes.internal.share;

import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.internal.driver.StaticShare;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Index;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.VolumeRecord;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The two objects of a share. Both are called by its id and name each other, so that neither binds
 * to anything else. The claim carries no label of an account: it is none of its volumes.
 */
final class ShareObjects {
  private static final String PREFIX = "mooring-share-";

  private ShareObjects() {}

  /** The PersistentVolume's name, which is its handle as well: no other volume has it. */
  static String volumeName(ShareRecord share) {
    return PREFIX + share.id();
  }

  static PersistentVolume volume(
      Place place,
      VolumeRecord record,
      ShareRecord share,
      PersistentVolume source,
      StaticShare form,
      @Nullable SecretReference secret) {
    Map<String, String> index = Map.of(Index.ACCOUNT, place.account());
    List<String> options = new ArrayList<>();
    if (source.getSpec().getMountOptions() != null) {
      options.addAll(source.getSpec().getMountOptions());
    }
    options.addAll(form.mountOptions());
    if (share.readOnly()) {
      // Some drivers look at the mode, some at the options, and an attacher at the flag.
      options.add("ro");
    }
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName(volumeName(share))
        .withLabels(Marks.labels(index))
        .addToLabels(Marks.SHARE, share.id())
        .addToLabels(Marks.MANAGED_BY, Marks.MOORING)
        .withAnnotations(Marks.hidden(index))
        .addToAnnotations(Marks.REGION, place.region())
        .addToAnnotations(Marks.SHARE_KEY, record.key())
        .addToAnnotations(Marks.SHARE_HOME, place.namespace())
        .addToAnnotations(Marks.SHARED_FROM, record.resource())
        .endMetadata()
        .withNewSpec()
        .withCapacity(capacity(source))
        .withAccessModes(mode(share))
        .withPersistentVolumeReclaimPolicy("Retain")
        .withStorageClassName("")
        .withVolumeMode("Filesystem")
        .withMountOptions(options)
        .withNewClaimRef()
        .withApiVersion("v1")
        .withKind("PersistentVolumeClaim")
        .withNamespace(share.namespace())
        .withName(share.claim())
        .endClaimRef()
        .withNewCsi()
        .withDriver(source.getSpec().getCsi().getDriver())
        .withVolumeHandle(volumeName(share))
        .withVolumeAttributes(form.attributes())
        .withFsType(form.fsType())
        .withReadOnly(share.readOnly() ? true : null)
        .withNodeStageSecretRef(form.secret() == SecretUse.NODE_STAGE ? secret : null)
        .withNodePublishSecretRef(form.secret() == SecretUse.NODE_PUBLISH ? secret : null)
        .endCsi()
        .endSpec()
        .build();
  }

  static PersistentVolumeClaim claim(
      Place place, VolumeRecord record, ShareRecord share, PersistentVolume source) {
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName(share.claim())
        .withNamespace(share.namespace())
        .addToLabels(Marks.SHARE, share.id())
        .addToLabels(Marks.MANAGED_BY, Marks.MOORING)
        .addToAnnotations(Marks.SHARED_FROM, record.resource() + " of " + place.account())
        .endMetadata()
        .withNewSpec()
        .withAccessModes(mode(share))
        .withStorageClassName("")
        .withVolumeMode("Filesystem")
        .withVolumeName(volumeName(share))
        .withNewResources()
        .withRequests(capacity(source))
        .endResources()
        .endSpec()
        .build();
  }

  /** Whether a PersistentVolume was made for a share. */
  static boolean isOf(PersistentVolume volume, ShareRecord share) {
    return share.id().equals(Marks.label(volume, Marks.SHARE))
        && volume.getSpec().getCsi() != null
        && volumeName(share).equals(volume.getSpec().getCsi().getVolumeHandle());
  }

  /** Whether a claim was made for a share. */
  static boolean isOf(PersistentVolumeClaim claim, ShareRecord share) {
    return share.id().equals(Marks.label(claim, Marks.SHARE))
        && volumeName(share).equals(claim.getSpec().getVolumeName());
  }

  private static String mode(ShareRecord share) {
    return share.readOnly() ? "ReadOnlyMany" : "ReadWriteMany";
  }

  private static Map<String, Quantity> capacity(PersistentVolume source) {
    return Map.of("storage", Objects.requireNonNull(source.getSpec().getCapacity().get("storage")));
  }
}
