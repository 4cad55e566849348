package dev.mooring.spi;

import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.error.Violation;
import dev.mooring.volume.AccessMode;
import java.util.List;
import java.util.Set;

/**
 * Turns what others made into records, and records back into what nobody manages. Nothing here
 * touches a byte of a volume. Every method may be repeated. Thread-safe.
 */
public interface Adopting extends Ability {
  /**
   * Looks at a claim of the account's own place; changes nothing. What stands against adopting it
   * is in the answer, not an exception.
   */
  Adoptable look(String claim);

  /**
   * Compare-and-swap: makes a record of the claim that its key names, if the claim still has the
   * record's version. Only marks are added; all else of the claim stays as it is.
   *
   * @return whether it was stored; false when the claim has changed or is gone: look again
   */
  boolean adopt(VolumeRecord record);

  /**
   * Looks at a PersistentVolume that no claim has; changes nothing. What stands against adopting it
   * is in the answer, not an exception. When a claim of its name is a record of the account
   * already, the answer is that record.
   *
   * @param wanted of several access modes that it has, one of these is told
   */
  Adoptable lookAtVolume(String persistentVolume, Set<AccessMode> wanted);

  /**
   * Makes a claim for a PersistentVolume of this name, marked as adopted, under the record's key;
   * unless one is there, or the PersistentVolume is somebody else's by now.
   *
   * @return whether it is there, by this call or one before with the same record; else look again
   */
  boolean adoptVolume(VolumeRecord record, String persistentVolume);

  /**
   * Compare-and-swap: takes all marks off a record's object, which is no record from then on; its
   * data, and all that others made of it, stays. A claim that was made for a PersistentVolume and
   * did not get it goes.
   *
   * @return whether it is no record any more; false when its version differs: read again
   */
  boolean forget(VolumeRecord record);

  /**
   * Why data cannot be reached by a description; nothing when it can as far as can be known. Of
   * fields {@code source.…}. Changes nothing.
   */
  List<Violation> check(StaticVolumeSpec source, VolumeSpec volume);

  /**
   * Stores the record of data that is there already, unless one of its key exists: as {@link
   * RecordStore#create}. The description is kept with it, so that {@link #connect} knows it.
   */
  Created<VolumeRecord> register(VolumeRecord record, StaticVolumeSpec source);

  /** Makes what is missing between a registered record and its data. */
  void connect(VolumeRecord record);

  /**
   * Begins to take away what {@link #connect} made, before the record is deleted; the data stays.
   */
  void disconnect(VolumeRecord record);
}
