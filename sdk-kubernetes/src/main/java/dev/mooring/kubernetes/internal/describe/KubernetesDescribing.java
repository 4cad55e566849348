package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.describe.Finding;
import dev.mooring.kubernetes.internal.provision.DriverPresence;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Describing;
import dev.mooring.spi.VolumeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers a claim, its PersistentVolume, its class and driver, where it is attached, its pods, what
 * keeps it from going, and the events about all that.
 */
public final class KubernetesDescribing implements Describing {
  /** The annotation that names a claim's provisioner, as a part of a JSON pointer. */
  private static final String PROVISIONER = "volume.kubernetes.io~1storage-provisioner";

  private final Place place;
  private final Reading reading;
  private final DriverFindings drivers;
  private final PodFindings pods;

  /** Describes the claims of a place. */
  public KubernetesDescribing(Place place, StorageClasses classes, DriverPresence presence) {
    this.place = place;
    this.reading = new Reading(place.api());
    this.drivers = new DriverFindings(reading, classes, presence);
    this.pods = new PodFindings(place);
  }

  @Override
  public Described describe(VolumeRecord record) {
    List<Finding> findings = new ArrayList<>();
    Told told = new Told(place);
    String noun = "persistentvolumeclaim " + place.namespace() + "/" + record.key();
    Reading.Read claim =
        reading.one(place.core("persistentvolumeclaims") + "/" + record.key(), noun);
    findings.add(
        claim.finding(
            ClaimFinding.KIND, record.key(), "it is gone", "deploy/role.yaml", ClaimFinding::of));
    claim.first().ifPresent(object -> told.about(ClaimFinding.KIND, object));
    String volumeName = claim.text("/spec/volumeName");
    Optional<JsonNode> volume = volume(claim, volumeName, findings);
    String driver =
        volume
            .map(object -> object.path("spec").path("csi").path("driver").asText())
            .filter(name -> !name.isEmpty())
            .orElseGet(() -> claim.text("/metadata/annotations/" + PROVISIONER));
    String className = claim.text("/spec/storageClassName");
    String found = drivers.add(className.isEmpty() ? null : className, driver, findings);
    PodFindings.Users users = pods.of(record.key(), told);
    findings.addAll(users.findings());
    if (!volumeName.isEmpty()) {
      VolumeAttachments.add(reading, volumeName, findings);
    }
    drivers.addNodes(found, users.nodes(), findings);
    claim.first().ifPresent(object -> new Dependents(place, reading).add(object, findings));
    told.refused().ifPresent(findings::add);
    return new Described(drivers.terms(found, record), findings, told.events());
  }

  private Optional<JsonNode> volume(Reading.Read claim, String name, List<Finding> findings) {
    if (name.isEmpty()) {
      if (claim.first().isPresent()) {
        findings.add(
            Finding.absent(VolumeFinding.KIND, "", "the claim is not bound to any volume yet"));
      }
      return Optional.empty();
    }
    Reading.Read volume =
        reading.one("api/v1/persistentvolumes/" + name, "persistentvolume " + name);
    findings.add(
        volume.finding(
            VolumeFinding.KIND,
            name,
            "the claim names it, but it does not exist: its bytes are lost to the cluster",
            "deploy/clusterrole-read.yaml",
            VolumeFinding::of));
    return volume.first();
  }
}
