package dev.mooring.kubernetes.internal.claim;

import dev.mooring.access.Owner;
import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was asked for, read from a claim: its spec, our labels and annotations. */
final class ClaimSpec {
  private ClaimSpec() {}

  /**
   * Reads it.
   *
   * @throws InternalException when somebody edited what is ours
   */
  static VolumeSpec of(PersistentVolumeClaim claim) {
    try {
      String owner = required(claim, Index.OWNER);
      int dot = owner.indexOf('.');
      String path = Marks.annotation(claim, Marks.MOUNT_PATH);
      String region = Marks.annotation(claim, Marks.REGION);
      String madeFrom = Marks.annotation(claim, Marks.MADE_FROM);
      SourceSpec source = madeFrom == null ? null : RecordCodec.readSource(madeFrom);
      return new VolumeSpec(
          new VolumeId(required(claim, Index.VOLUME_ID)),
          required(claim, Index.ACCOUNT),
          VolumeKind.ofWord(required(claim, Index.KIND)).orElseThrow(IllegalArgumentException::new),
          required(claim, Index.NAME),
          Owner.parse(owner.substring(0, Math.max(0, dot)) + "/" + owner.substring(dot + 1)),
          region == null ? "" : region,
          required(claim, Index.PROFILE),
          ClaimRequest.asked(claim, source),
          accessMode(claim),
          claim.getSpec().getStorageClassName(),
          Marks.annotation(claim, Marks.DESCRIPTION),
          path == null ? null : new MountPath(path),
          labels(claim),
          source);
    } catch (IllegalArgumentException e) {
      throw new InternalException(
          Problem.tried("read")
              .on("persistentvolumeclaim " + claim.getMetadata().getName())
              .because(
                  "its labels or annotations are not as the SDK writes them: " + e.getMessage())
              .hint("somebody may have edited it by hand")
              .cause(e));
    }
  }

  private static String required(PersistentVolumeClaim claim, String entry) {
    return Marks.value(claim, entry)
        .orElseThrow(() -> new IllegalArgumentException(Marks.label(entry) + " is missing"));
  }

  private static @Nullable AccessMode accessMode(PersistentVolumeClaim claim) {
    List<String> modes = claim.getSpec().getAccessModes();
    return modes == null || modes.isEmpty()
        ? null
        : AccessMode.ofKubernetesName(modes.get(0)).orElse(null);
  }

  private static Labels labels(PersistentVolumeClaim claim) {
    Map<String, String> labels = new TreeMap<>();
    claim
        .getMetadata()
        .getLabels()
        .forEach(
            (key, value) -> {
              if (key.startsWith(Marks.USER_PREFIX)) {
                labels.put(key.substring(Marks.USER_PREFIX.length()), value);
              }
            });
    return new Labels(labels);
  }
}
