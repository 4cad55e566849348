package dev.mooring.kubernetes.internal.audit;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.kubernetes.internal.attach.Pods;
import dev.mooring.kubernetes.internal.attach.VolumeUsers;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.VolumeUser;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Collectors;

/** Who takes a finalizer away, and what that waits for. */
final class Finalizers {
  private final Place place;

  Finalizers(Place place) {
    this.place = place;
  }

  /** Who must act for these finalizers of an object, in words. */
  String whoActs(HasMetadata object, List<String> names) {
    return names.stream()
            .map(name -> whoActs(object, name))
            .distinct()
            .collect(Collectors.joining("; "))
        + "; do not take a finalizer away by hand: what it guards would be left behind";
  }

  private String whoActs(HasMetadata object, String name) {
    return switch (name) {
      case "kubernetes.io/pvc-protection" -> "the cluster waits for pods: " + pods(object);
      case "kubernetes.io/pv-protection" ->
          "the cluster waits for the volume's claim: delete that first";
      case "external-provisioner.volume.kubernetes.io/finalizer" ->
          "the driver's provisioner must delete the bytes: its log tells why it does not";
      case "foregroundDeletion", "orphan" ->
          "the cluster's garbage collector deletes what belongs to it first";
      default -> other(name);
    };
  }

  private static String other(String name) {
    if (name.startsWith("external-attacher/")) {
      return "the driver's attacher must detach it from its node: its log tells why it does not";
    }
    if (name.startsWith("snapshot.storage.kubernetes.io/")) {
      return "the snapshot controller waits for what is made from it or bound to it ("
          + name
          + "): its log tells for what";
    }
    return "whoever set " + name + " must finish its work, and then takes it away";
  }

  private String pods(HasMetadata claim) {
    try {
      String users =
          VolumeUsers.of(claim.getMetadata().getName(), new Pods(place).list(null)).stream()
              .map(VolumeUser::name)
              .collect(Collectors.joining(", "));
      return users.isEmpty() ? "none names it any more, so it should go soon" : "stop " + users;
    } catch (AccessDeniedException e) {
      return "stop those that name it; this client may not see them";
    }
  }
}
