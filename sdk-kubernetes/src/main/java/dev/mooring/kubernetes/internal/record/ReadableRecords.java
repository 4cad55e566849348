package dev.mooring.kubernetes.internal.record;

import dev.mooring.error.InternalException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records so that one which somebody broke does not hide the others. */
public final class ReadableRecords {
  private static final Logger LOG = LoggerFactory.getLogger(ReadableRecords.class);

  private ReadableRecords() {}

  /** The record of an object that is asked for; empty when it is none of ours. */
  public static <O extends HasMetadata, R> Optional<R> one(
      RecordFormat<O, ?> format, O object, Function<O, R> read) {
    return format.isOurs(object) ? Optional.of(read.apply(object)) : Optional.empty();
  }

  /** The records of our objects, in their order, without those that cannot be read. */
  public static <O extends HasMetadata, R> List<R> of(
      RecordFormat<O, ?> format, List<O> objects, Function<O, R> read) {
    List<R> records = new ArrayList<>();
    for (O object : objects) {
      if (!format.isOurs(object)) {
        continue;
      }
      try {
        records.add(read.apply(object));
      } catch (InternalException e) {
        LOG.warn(
            "Left out: {} {}: {}", format.noun(), object.getMetadata().getName(), e.getMessage());
      }
    }
    return records;
  }
}
