package dev.mooring.spi;

import dev.mooring.error.Violation;
import java.util.List;
import java.util.Optional;

/** Grows volumes, also while they are used. Every method may be repeated. Thread-safe. */
public interface Resizing extends Ability {
  /** Why a volume cannot grow to a size; nothing when it can. Changes nothing. */
  List<Violation> check(VolumeRecord record, long sizeBytes);

  /**
   * Does the next missing step of growing a volume whose record asks for more than it has, and
   * returns the record with that step noted; core commits it by compare-and-swap and calls again
   * until the answer is empty. The volume has grown when its {@code capacityBytes} are at least its
   * {@code sizeBytes} and its reason is not {@code EXPANDING} any more; growth has failed when it
   * has a permanent reason. With the reasons {@code GROWS_ON_NEXT_USE} and {@code NEEDS_RESTART}
   * the backend has done its part, and that is the end unless somebody uses the volume. How far it
   * is meanwhile, it tells by {@code Provisioned.growth}: users are shown it.
   *
   * <p>A growth may be taken back as long as the record tells of no room made for it: its size is
   * the former one then. What the backend still tells to be growing beyond that, core waits for;
   * what it gives after all, core asks for again.
   *
   * @return the record to commit; empty when nothing is left to do here, because it has grown or
   *     because the backend goes on by itself
   */
  Optional<VolumeRecord> grow(VolumeRecord record);
}
