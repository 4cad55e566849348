package dev.mooring.benchmarks;

import static dev.mooring.volume.Capacity.gb;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.stream.IntStream;

/**
 * Other drives of the account, in great number: copies of a claim that the SDK made, which wait for
 * a volume that does not exist, so that the cluster has nothing to do with them.
 */
final class OtherClaims implements AutoCloseable {
  private static final String NAME = "mooring.dev/name";

  private final Place place;
  private final PersistentVolumeClaim pattern;

  OtherClaims(Place place) {
    this.place = place;
    String name = "pattern-" + place.run;
    place.storage.cloudDrives().create(name, d -> d.size(gb(1)).profile("pending"));
    pattern =
        place
            .raw
            .persistentVolumeClaims()
            .inNamespace(place.namespace)
            .withLabel(NAME, name)
            .list()
            .getItems()
            .get(0);
    place.storage.cloudDrives().named(name).delete();
  }

  void create(int claims) {
    IntStream.range(0, claims).parallel().forEach(this::copy);
  }

  private void copy(int i) {
    String name = "other-" + place.run + "-" + i;
    place
        .raw
        .persistentVolumeClaims()
        .inNamespace(place.namespace)
        .resource(
            new PersistentVolumeClaimBuilder(pattern)
                .withNewMetadata()
                .withName("drive-" + name)
                .withNamespace(place.namespace)
                .withLabels(pattern.getMetadata().getLabels())
                .addToLabels(NAME, name)
                .addToLabels("benchmark", place.run)
                .withAnnotations(pattern.getMetadata().getAnnotations())
                .endMetadata()
                .editSpec()
                .withVolumeName("absent-" + name)
                .endSpec()
                .withStatus(null)
                .build())
        .create();
  }

  /** One by one: the server takes longer for all at once than a request may last. */
  @Override
  public void close() {
    var claims = place.raw.persistentVolumeClaims().inNamespace(place.namespace);
    claims.withLabel("benchmark", place.run).list().getItems().parallelStream()
        .forEach(claim -> claims.withName(claim.getMetadata().getName()).delete());
  }
}
