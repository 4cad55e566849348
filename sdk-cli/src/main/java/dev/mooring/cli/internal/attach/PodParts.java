package dev.mooring.cli.internal.attach;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.error.Problem;
import dev.mooring.error.UnsupportedException;
import dev.mooring.kubernetes.KubernetesMounts;
import dev.mooring.region.Region;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeRef;
import java.util.Optional;
import java.util.stream.Stream;

/** What a pod of a launch needs, in Kubernetes' own field names. Loads Kubernetes' classes. */
final class PodParts {
  private static final String KUBERNETES = "kubernetes";

  private PodParts() {}

  /**
   * Checks, before anything is attached, that the region of a launch runs pods.
   *
   * @throws UnsupportedException when it does not
   */
  static void check(StorageClient storage, Target target, Optional<VolumeRef> volume) {
    Region region = region(storage, target, volume);
    if (!region.backend().equals(KUBERNETES)) {
      throw new UnsupportedException(
          Problem.tried("attach --emit pod")
              .on(target.toString())
              .in(region.name())
              .because("its backend is " + region.backend() + ", which runs no pods"),
          "PODS");
    }
  }

  private static Region region(StorageClient storage, Target target, Optional<VolumeRef> volume) {
    Optional<String> name =
        target
            .regionIfGiven()
            .or(
                () ->
                    volume.flatMap(
                        v ->
                            Stream.of(Noun.DRIVE, Noun.FILESYSTEM)
                                .filter(noun -> v.kindIfGiven().orElse(noun.kind()) == noun.kind())
                                .flatMap(noun -> noun.in(storage).find(v.name()).stream())
                                .map(Volume::region)
                                .findFirst()));
    return name.map(storage.regions()::named).orElseGet(storage.regions()::defaultRegion);
  }

  /**
   * The document: labels, volumes, volume mounts and any node selector, to be merged into a pod of
   * the platform.
   */
  static ObjectNode of(Launch launch) {
    KubernetesMounts mounts = KubernetesMounts.of(launch);
    JsonMapper mapper = new JsonMapper();
    ObjectNode json = Json.object();
    json.set("labels", Json.map(mounts.labels()));
    json.set("volumes", mapper.valueToTree(mounts.volumes()));
    json.set("volumeMounts", mapper.valueToTree(mounts.volumeMounts()));
    if (!mounts.nodeSelector().isEmpty()) {
      json.set("nodeSelector", Json.map(mounts.nodeSelector()));
    }
    return json;
  }
}
