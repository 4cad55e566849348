package dev.mooring.kubernetes.internal.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.kubernetes.internal.record.Version;
import dev.mooring.spi.Created;
import dev.mooring.spi.VolumeRecord;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.Map;
import java.util.Optional;

/** Puts marks on claims that others made, and takes marks off; both by compare-and-swap. */
public final class ClaimAdoption {
  private final Api api;
  private final ObjectRecords<PersistentVolumeClaim, VolumeRecord> records;
  private final ClaimFormat format;

  ClaimAdoption(
      Api api, ObjectRecords<PersistentVolumeClaim, VolumeRecord> records, ClaimFormat format) {
    this.api = api;
    this.records = records;
    this.format = format;
  }

  /** A claim as it is now, whoever's it is. */
  public Optional<PersistentVolumeClaim> claim(String name) {
    return records.object(name);
  }

  /** The record of a claim; empty when it is none of this account. */
  public Optional<VolumeRecord> record(PersistentVolumeClaim claim) {
    return records.record(claim);
  }

  /** Marks a claim; false when it has changed since the record's version. */
  public boolean mark(VolumeRecord record) {
    return Version.parse(record.version())
        .filter(version -> swapped(record, format.adoption(record, version), "adopt"))
        .isPresent();
  }

  /** Takes all marks off; false when the claim has changed since the record's version. */
  public boolean unmark(VolumeRecord record) {
    Optional<PersistentVolumeClaim> claim = claim(record.key());
    Optional<Version> version = Version.parse(record.version());
    if (claim.isEmpty() || record(claim.get()).isEmpty()) {
      return true;
    }
    if (version.isEmpty() || !version.get().uid().equals(claim.get().getMetadata().getUid())) {
      return false;
    }
    ObjectNode patch = Json.object();
    ObjectNode meta = patch.putObject("metadata");
    meta.put("resourceVersion", version.get().resourceVersion());
    ObjectNode labels = meta.putObject("labels");
    Map<String, String> known = claim.get().getMetadata().getLabels();
    known.keySet().stream().filter(Marks::isOurs).forEach(labels::putNull);
    if (Marks.MOORING.equals(known.get(Marks.MANAGED_BY))) {
      labels.putNull(Marks.MANAGED_BY);
    }
    ObjectNode annotations = meta.putObject("annotations");
    Map<String, String> more = claim.get().getMetadata().getAnnotations();
    if (more != null) {
      more.keySet().stream().filter(Marks::isOurs).forEach(annotations::putNull);
    }
    Call call = Call.mergePatch(format.path() + "/" + record.key(), patch.toString());
    return swapped(record, call, "release");
  }

  /** Deletes a claim; false when it has changed since the record's version. */
  public boolean remove(VolumeRecord record) {
    return records.delete(record);
  }

  /**
   * Notes on a claim which PersistentVolume was made for it. The cluster looks at a claim when it
   * changes, and else every 15 seconds: so it binds at once. A help, not a duty.
   */
  public void connected(PersistentVolumeClaim claim, String volumeName) {
    String name = claim.getMetadata().getName();
    ObjectNode patch = Json.object();
    ObjectNode meta = patch.putObject("metadata");
    meta.put("uid", claim.getMetadata().getUid());
    meta.putObject("annotations").put(Marks.CONNECTED, volumeName);
    Call call =
        Call.mergePatch(format.path() + "/" + name, patch.toString())
            .saying("note the volume of", "persistentvolumeclaim " + name);
    Answer unused = api.send(call);
  }

  private boolean swapped(VolumeRecord record, Call change, String verb) {
    Call call = change.saying(verb, record.resource());
    Answer answer = api.send(call);
    if (answer.code() == 404 || answer.code() == 409) {
      return false;
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return true;
  }

  /**
   * Creates the record's claim, bound to a PersistentVolume of this name, unless one of its key is
   * there.
   */
  public Created<VolumeRecord> create(
      VolumeRecord record, String volumeName, Map<String, String> annotations) {
    PersistentVolumeClaim claim =
        new PersistentVolumeClaimBuilder(format.object(record))
            .editMetadata()
            .addToAnnotations(annotations)
            .endMetadata()
            .editSpec()
            .withVolumeName(volumeName)
            .endSpec()
            .build();
    return records.create(record, claim);
  }
}
