package dev.mooring.kubernetes.internal.record;

import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.spi.StoredRecord;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How records of one type are objects of one kind.
 *
 * @param <O> the type of object
 * @param <R> the type of record
 */
public interface RecordFormat<O extends HasMetadata, R extends StoredRecord> {
  /** The objects' type. */
  Class<O> type();

  /** What an object is called in messages, for example {@code persistentvolumeclaim}. */
  String noun();

  /** The collection's path. */
  String path();

  /** The labels that tell records of this type and account from everything else. */
  Map<String, String> own();

  /** What a record is called in messages. */
  String resource(R record);

  /** The object of a new record. */
  O object(R record);

  /** The request that replaces what may change, if the stored version is still this. */
  Call change(R record, Version version);

  /** Whether an object is a record of this type and account. */
  boolean isOurs(O object);

  /**
   * The record of one object that is asked for; empty when it is none of ours.
   *
   * @throws dev.mooring.error.InternalException when somebody broke it
   */
  default Optional<R> readOne(O object) {
    return ReadableRecords.one(this, object, this::fresh);
  }

  /** The records of objects, in their order, without those that are none of ours, or broken. */
  default List<R> read(List<O> objects) {
    return ReadableRecords.of(this, objects, this::fresh);
  }

  /** The record of an object that was made or changed just now: asks nobody anything. */
  R fresh(O object);
}
