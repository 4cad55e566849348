package dev.mooring.kubernetes.internal.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import dev.mooring.error.ConflictException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.Version;
import dev.mooring.spi.Auditing.Orphan;
import dev.mooring.spi.Auditing.Scope;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** VolumeSnapshots whose VolumeSnapshotContent is gone: nothing can be made from them. */
final class LostContents implements OrphanFinder {
  private static final String KIND = Orphans.SNAPSHOT + "/";

  @Override
  public List<Orphan> find(Inventory inventory, Scope scope) {
    if (inventory.contents().refused()) {
      return List.of();
    }
    Set<String> contents =
        inventory.contents().items().stream()
            .map(content -> content.getMetadata().getName())
            .collect(Collectors.toSet());
    return inventory.snapshots().items().stream()
        .filter(snapshot -> isLost(snapshot, contents))
        .filter(snapshot -> isStill(inventory.place(), snapshot))
        .map(LostContents::orphan)
        .toList();
  }

  private static boolean isLost(GenericKubernetesResource snapshot, Set<String> contents) {
    String bound = bound(snapshot);
    return bound != null
        && snapshot.getMetadata().getDeletionTimestamp() == null
        && !contents.contains(bound);
  }

  /** The content that it is bound to, or that it was made for. */
  private static @Nullable String bound(GenericKubernetesResource snapshot) {
    String bound = snapshot.get("status", "boundVolumeSnapshotContentName");
    return bound != null ? bound : snapshot.get("spec", "source", "volumeSnapshotContentName");
  }

  /** A snapshot that was deleted between the two lists takes its content with it. */
  private static boolean isStill(Place place, GenericKubernetesResource snapshot) {
    return read(place, snapshot.getMetadata().getName())
        .filter(now -> now.getMetadata().getDeletionTimestamp() == null)
        .filter(now -> uid(now).equals(uid(snapshot)))
        .isPresent();
  }

  private static String uid(HasMetadata object) {
    return object.getMetadata().getUid();
  }

  private static Optional<GenericKubernetesResource> read(Place place, String name) {
    Call call =
        Call.get(Inventory.snapshots(place) + "/" + name).saying("read", "volumesnapshot " + name);
    Answer answer = place.api().send(call);
    if (answer.code() == 404) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw place.api().error(call, answer);
    }
    return Optional.of(place.api().json().read(answer.body(), GenericKubernetesResource.class));
  }

  private static Orphan orphan(GenericKubernetesResource snapshot) {
    return Orphans.of(
        AuditKind.RECORD_WITHOUT_DATA,
        snapshot,
        null,
        "its VolumeSnapshotContent "
            + bound(snapshot)
            + " is gone: nothing can be made from the snapshot any more",
        AuditAction.automatic("deletes the VolumeSnapshot; there are no bytes behind it"));
  }

  static boolean isAbout(Orphan orphan) {
    return orphan.kind() == AuditKind.RECORD_WITHOUT_DATA && orphan.resource().startsWith(KIND);
  }

  /** Deletes exactly the object that was found, if its content is still gone. */
  static String apply(Place place, Orphan orphan, Scope anything) {
    Optional<GenericKubernetesResource> found =
        new LostContents()
            .find(Inventory.of(place), anything).stream()
                .filter(now -> now.resource().equals(orphan.resource()))
                .filter(now -> now.version().equals(orphan.version()))
                .findFirst()
                .flatMap(now -> read(place, orphan.resource().substring(KIND.length())))
                .filter(now -> Version.of(now).toString().equals(orphan.version()));
    GenericKubernetesResource snapshot = found.orElseThrow(() -> changed(place.api(), orphan));
    ObjectNode options = Json.object();
    options
        .putObject("preconditions")
        .put("uid", uid(snapshot))
        .put("resourceVersion", snapshot.getMetadata().getResourceVersion());
    Call call =
        Call.delete(
                Inventory.snapshots(place) + "/" + snapshot.getMetadata().getName(),
                options.toString())
            .saying("delete", "volumesnapshot " + snapshot.getMetadata().getName());
    Answer answer = place.api().send(call);
    if (answer.code() == 404 || answer.code() == 409) {
      throw changed(place.api(), orphan);
    }
    if (!answer.ok()) {
      throw place.api().error(call, answer);
    }
    return "the VolumeSnapshot is deleted";
  }

  private static ConflictException changed(Api api, Orphan orphan) {
    return new ConflictException(
        api.errors()
            .problem("act on an audit's finding of", Objects.requireNonNull(orphan.resource()))
            .because("it has changed, or is gone, since it was found; nothing was done")
            .hint("audit again"));
  }
}
