package dev.mooring.operation;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds operations again, whichever process began them. Thread-safe. */
public interface Operations {
  /**
   * The operation with this id, polled; empty when its region is unknown, its volume or target is
   * gone, or when it is older than the last 20 of its volume or target. A deletion or detaching
   * that took its record with it has succeeded: a deletion then results in the {@code VolumeRef}, a
   * detaching in an empty list. So does any deletion or detaching that nobody remembers: of these
   * an id that was never given out looks the same.
   */
  Optional<Operation<?>> find(OperationId id);

  /** Like {@link #find(OperationId)}, from the id's text; a text that is no id finds nothing. */
  Optional<Operation<?>> find(String id);

  /**
   * The operations of the account that are under way, in all regions; lazily read. Reading them
   * does nothing for them; {@link Operation#poll()} does.
   */
  Stream<Operation<?>> running();
}
