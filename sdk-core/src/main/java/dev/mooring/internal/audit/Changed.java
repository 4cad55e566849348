package dev.mooring.internal.audit;

import dev.mooring.error.ConflictException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Records;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;

/** Refuses to act on what is no longer as it was found. */
final class Changed {
  private Changed() {}

  static ConflictException since(RegionSession session, String resource) {
    return new ConflictException(
        Problem.tried("act on an audit's finding of")
            .on(resource)
            .in(session.name())
            .because("it has changed, or is gone, since it was found; nothing was done")
            .hint("audit again"));
  }

  /** The record as it was found, which must be as it is. */
  static <R extends StoredRecord> R same(
      RegionSession session, RecordStore<R> store, R found, String resource) {
    return Records.unchanged(store, found).orElseThrow(() -> since(session, resource));
  }

  /** Whether a record is still as it was found. */
  static <R extends StoredRecord> boolean isNot(RecordStore<R> store, R found) {
    return Records.unchanged(store, found).isPresent();
  }
}
