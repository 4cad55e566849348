package dev.mooring.kubernetes.internal.claim;

import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.reason.ReasonTracker;
import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.RecordWatch;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Watches claims together with their events, so that a new reason is a change of the record. */
final class ClaimWatches {
  private final Place place;
  private final ObjectRecords<PersistentVolumeClaim, VolumeRecord> records;
  private final ClaimFormat format;
  private final Events events;
  private final ReasonTracker tracker;
  private final List<ClaimEvents> following = new CopyOnWriteArrayList<>();

  ClaimWatches(
      Place place,
      ObjectRecords<PersistentVolumeClaim, VolumeRecord> records,
      ClaimFormat format,
      Events events,
      ReasonTracker tracker) {
    this.place = place;
    this.records = records;
    this.format = format;
    this.events = events;
    this.tracker = tracker;
  }

  /** Reads a claim, and shows it to the watches that began before: they need not read it again. */
  Optional<PersistentVolumeClaim> reading(Supplier<Optional<PersistentVolumeClaim>> read) {
    following.removeIf(ClaimEvents::isOver);
    List<ClaimEvents> before = List.copyOf(following);
    Optional<PersistentVolumeClaim> claim = read.get();
    claim.ifPresent(found -> before.forEach(events -> events.met(found)));
    return claim;
  }

  /** Begins a watch. */
  RecordStore.Watch start(RecordListener<VolumeRecord> listener) {
    ClaimEvents beside = ClaimEvents.begin(place, events, tracker);
    boolean begun = false;
    try {
      RecordWatch<PersistentVolumeClaim, VolumeRecord> watch =
          RecordWatch.start(place, records, format, listener, beside);
      beside.follow(watch);
      following.add(beside);
      begun = true;
      return watch;
    } finally {
      if (!begun) {
        beside.ended();
      }
    }
  }
}
