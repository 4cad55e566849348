package dev.mooring.spi;

import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every record of a {@link RecordStore} has. Immutable. */
public interface StoredRecord {
  /**
   * The key: unique in its store, a DNS label of at most 63 characters, derived once and stored.
   */
  String key();

  /** The version that compare-and-swap compares: opaque, and empty before it is first stored. */
  String version();

  /** When it was created, by the backend's clock; epoch before it is first stored. */
  Instant createdAt();

  /** Running operations and the last 20 that ended, oldest first. */
  List<OperationRecord> operations();

  /** The running operation of a type. */
  default Optional<OperationRecord> running(OperationType type) {
    return operations().stream().filter(o -> o.running() && o.type() == type).findFirst();
  }

  /** The operation with this id. */
  default Optional<OperationRecord> operation(OperationId id) {
    return operations().stream().filter(o -> o.id().equals(id)).findFirst();
  }

  /**
   * What it can be found by: names of {@link Index} and their values. Stores keep them where a
   * query can use them (labels, an indexed table).
   */
  Map<String, String> index();
}
