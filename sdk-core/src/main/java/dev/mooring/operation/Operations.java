package dev.mooring.operation;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds operations again, whichever process began them. Thread-safe. */
public interface Operations {
  /**
   * The operation with this id; empty when its volume or target is gone, or when it is older than
   * the last 20 of its volume. A deletion or detaching that took its record with it has succeeded:
   * a deletion then results in the {@code VolumeRef}, a detaching in an empty list.
   */
  Optional<Operation<?>> find(OperationId id);

  /** Like {@link #find(OperationId)}, from the id's text; a text that is no id finds nothing. */
  Optional<Operation<?>> find(String id);

  /** The operations of the account that are under way, in all regions; lazily read. */
  Stream<Operation<?>> running();
}
