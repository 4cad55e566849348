package dev.mooring.watch;

import dev.mooring.error.StorageException;
import dev.mooring.volume.Volume;

/**
 * Hears what becomes of volumes. It is called by threads of the client, never by two at a time, and
 * may take its time: what changes meanwhile is told as one change. It may call the client, and
 * close the watch.
 *
 * @param <V> the type of volume
 */
@FunctionalInterface
public interface VolumeListener<V extends Volume> {
  /** Something became of a volume. What this throws ends the watch. */
  void heard(VolumeEvent<? extends V> event);

  /**
   * The watch has ended by itself and tells nothing more: the backend refuses it, or {@link #heard}
   * has thrown. Not called when the watch or its client is closed. What a backend that is down
   * causes is only a delay.
   *
   * @param cause why; begin again from the last token once that is mended
   */
  default void ended(StorageException cause) {}
}
