package dev.mooring.kubernetes.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.operation.Warning;
import dev.mooring.profile.Profile;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeSpec;
import java.util.List;
import java.util.Optional;

/**
 * Whether the nodes that a profile is for can reach what its class makes, and where a copy's source
 * is. A class that contradicts its profile is refused, for no pod could ever mount its volumes; a
 * source elsewhere is warned of, for some drivers copy between zones.
 */
final class TopologyCheck {
  private final Place place;
  private final StorageClasses classes;

  TopologyCheck(Place place, StorageClasses classes) {
    this.place = place;
    this.classes = classes;
  }

  /** Adds what stands against a volume of a profile and its class. */
  void check(
      Profile profile,
      VolumeSpec spec,
      StorageClasses.Found found,
      List<Violation> violations,
      List<Warning> warnings) {
    NodeTerms allowed = allowed(found);
    NodeTerms wanted = NodeTerms.of(profile.nodeSelector());
    if (!wanted.meets(allowed)) {
      violations.add(Violation.of("profile", ClassWords.noReach(profile, wanted, allowed)));
    }
    spec.madeFrom()
        .flatMap(source -> elsewhere(source, wanted, allowed))
        .ifPresent(
            words -> warnings.add(new Warning(Warning.TOPOLOGY, spec.ref().toString(), words)));
  }

  private Optional<String> elsewhere(SourceSpec source, NodeTerms wanted, NodeTerms allowed) {
    if (wanted.terms().isEmpty() && allowed.terms().isEmpty()) {
      return Optional.empty();
    }
    NodeTerms its = source.isSnapshot() ? NodeTerms.any() : ofVolume(source);
    if (its.terms().isEmpty()) {
      // A snapshot has no nodes of its own, nor has a volume before its first use.
      its = allowed(classes.find(source.storageClass()));
    }
    NodeTerms ours = its.meets(wanted) ? allowed : wanted;
    return its.meets(ours)
        ? Optional.empty()
        : Optional.of(
            source.asked()
                + " is for nodes with "
                + its
                + ", and the new volume for those with "
                + ours
                + ": many drivers do not copy between them; choose a profile of the same place");
  }

  private static NodeTerms allowed(StorageClasses.Found found) {
    return found instanceof StorageClasses.There there ? there.info().allowed() : NodeTerms.any();
  }

  /** The nodes that reach a source; any when it is not bound yet, or may not be read. */
  private NodeTerms ofVolume(SourceSpec source) {
    String volume =
        read(place.core("persistentvolumeclaims") + "/" + source.key())
            .map(claim -> claim.at("/spec/volumeName").asText())
            .orElse("");
    return volume.isEmpty()
        ? NodeTerms.any()
        : read("api/v1/persistentvolumes/" + volume)
            .map(NodeTerms::ofVolume)
            .orElseGet(NodeTerms::any);
  }

  private Optional<JsonNode> read(String path) {
    Call call = Call.get(path).saying("read", "the nodes of a source");
    Answer answer = place.api().send(call);
    if (answer.ok()) {
      return Optional.of(place.api().json().tree(answer.body()));
    }
    if (answer.code() == 403 || answer.code() == 404) {
      return Optional.empty();
    }
    throw place.api().error(call, answer);
  }
}
