package dev.mooring.benchmarks;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.volume.VolumeId;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Drives of which each tenth is attached to a target of its own: copies of a claim and a target's
 * record that the SDK made. They wait for volumes that do not exist, and no pod mounts them, so
 * that the cluster has nothing to do with them.
 */
final class AttachedClaims implements AutoCloseable {
  /** One of so many is attached. */
  static final int TENTH = 10;

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String CLAIM = "mooring.dev/claim";
  private static final String RUN = "benchmark";
  private static final int THREADS = 8;

  private final Place place;
  private final String name;
  private final String id;
  private final PersistentVolumeClaim claim;
  private final ConfigMap target;

  /** Makes and attaches one drive, and forgets it again. */
  AttachedClaims(Place place) {
    this.place = place;
    this.name = "pattern-" + place.run;
    CloudDrive drive = place.storage.cloudDrives().create(name, d -> d.size(gb(1))).await(LIMIT);
    this.id = drive.id().value();
    Target instance = Target.instance(name);
    place.storage.attachments().to(instance).mount(drive, "/data").plan().apply();
    this.claim =
        claims().withLabel("mooring.dev/name", name).list().getItems().stream()
            .findFirst()
            .orElseThrow();
    this.target =
        targets().withLabel("mooring.dev/record", "target").list().getItems().stream()
            .filter(map -> map.getData().toString().contains(id))
            .findFirst()
            .orElseThrow();
    place.storage.attachments().of(instance).detachAll().await(LIMIT);
    place.storage.cloudDrives().named(name).delete().await(LIMIT);
  }

  private io.fabric8.kubernetes.client.dsl.NonNamespaceOperation<
          PersistentVolumeClaim,
          io.fabric8.kubernetes.api.model.PersistentVolumeClaimList,
          io.fabric8.kubernetes.client.dsl.Resource<PersistentVolumeClaim>>
      claims() {
    return place.raw.persistentVolumeClaims().inNamespace(place.namespace);
  }

  private io.fabric8.kubernetes.client.dsl.NonNamespaceOperation<
          ConfigMap,
          io.fabric8.kubernetes.api.model.ConfigMapList,
          io.fabric8.kubernetes.client.dsl.Resource<ConfigMap>>
      targets() {
    return place.raw.configMaps().inNamespace(place.namespace);
  }

  void create(int drives) {
    inTurns(IntStream.range(0, drives).boxed(), this::copy);
  }

  private void copy(int i) {
    String copied = "other-" + place.run + "-" + i;
    String key = claim.getMetadata().getName().replace(name, copied);
    String targetKey = target.getMetadata().getName() + "-" + i;
    String volumeId = VolumeId.random().value();
    UnaryOperator<String> words =
        text ->
            text.replace(id, volumeId)
                .replace(target.getMetadata().getName(), targetKey)
                .replace(claim.getMetadata().getName(), key)
                .replace(name, copied);
    boolean attached = i % TENTH == 0;
    if (attached) {
      ConfigMap unused =
          targets()
              .resource(
                  new ConfigMapBuilder()
                      .withMetadata(meta(target, targetKey, words, true))
                      .withData(all(target.getData(), words))
                      .build())
              .create();
    }
    PersistentVolumeClaim unused =
        claims()
            .resource(
                new PersistentVolumeClaimBuilder()
                    .withMetadata(meta(claim, key, words, attached))
                    .withSpec(claim.getSpec())
                    .editSpec()
                    .withVolumeName("absent-" + copied)
                    .endSpec()
                    .build())
            .create();
  }

  private ObjectMeta meta(
      HasMetadata pattern, String key, UnaryOperator<String> words, boolean attached) {
    Map<String, String> annotations = new HashMap<>();
    all(pattern.getMetadata().getAnnotations(), words)
        .forEach(
            (entry, value) -> {
              if (entry.startsWith("mooring.dev/") && (attached || !entry.equals(CLAIM))) {
                annotations.put(entry, value);
              }
            });
    return new ObjectMetaBuilder()
        .withName(key)
        .withNamespace(place.namespace)
        .withLabels(all(pattern.getMetadata().getLabels(), words))
        .addToLabels(RUN, place.run)
        .withAnnotations(annotations)
        .build();
  }

  private static Map<String, String> all(Map<String, String> texts, UnaryOperator<String> words) {
    Map<String, String> result = new HashMap<>();
    if (texts != null) {
      texts.forEach((key, value) -> result.put(words.apply(key), words.apply(value)));
    }
    return result;
  }

  /** One by one: the server takes longer for all at once than a request may last. */
  @Override
  public void close() {
    inTurns(
        claims().withLabel(RUN, place.run).list().getItems().stream(),
        claim -> claims().withName(claim.getMetadata().getName()).delete());
    inTurns(
        targets().withLabel(RUN, place.run).list().getItems().stream(),
        map -> targets().withName(map.getMetadata().getName()).delete());
  }

  private static <T> void inTurns(Stream<T> all, Consumer<T> work) {
    List<T> items = all.toList();
    ForkJoinPool threads = new ForkJoinPool(THREADS);
    try {
      Object unused = threads.submit(() -> items.parallelStream().forEach(work)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdown();
    }
  }
}
