package dev.mooring.internal.volume;

import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.spi.StoredRecord;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Help by the way, of those who only look: what they see is true also when they cannot help it on,
 * because the disk is full or they may not write. Whoever waits for the record gets the error.
 */
public final class Helping {
  private static final Logger LOG = LoggerFactory.getLogger(Helping.class);

  private Helping() {}

  /** The record after the help; as it was, when the help failed; empty when it is gone. */
  public static <R extends StoredRecord> Optional<R> byTheWay(
      R record, Supplier<Optional<R>> help) {
    try {
      return help.get();
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      LOG.debug("{} is shown as it was read, for it could not be helped", record.key(), e);
      return Optional.of(record);
    }
  }
}
