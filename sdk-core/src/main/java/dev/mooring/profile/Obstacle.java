package dev.mooring.profile;

import java.util.Objects;

/**
 * One thing that stands, or may stand, against having a profile.
 *
 * @param cause what kind of thing, for programs
 * @param words the same for people, with names and what to do
 */
public record Obstacle(Cause cause, String words) {
  /** What can stand against having a profile. */
  public enum Cause {
    /** The cluster lacks the storage class, or the default one, or any of the profile's driver. */
    CLASS_MISSING,
    /** The CSI driver is not registered in the cluster. */
    DRIVER_MISSING,
    /** The CSI driver is registered, but runs on no node. */
    DRIVER_ON_NO_NODE,
    /** The backend tells that it has no room for the profile's smallest size. */
    NO_CAPACITY,
    /** A quota has no room for the profile's smallest size. */
    QUOTA_FULL,
    /** The driver lacks the access mode that the profile needs. */
    ACCESS_MODE,
    /** No node that the profile is for reaches what the storage class makes. */
    NODES,
    /** The region cannot be asked. */
    REGION,
    /** The region's backend lacks the capability. */
    FEATURE,
    /** Who acts may not create from it: see {@link Profile#createBy}. */
    ROLE,
    /** This client lacks the right to look. */
    NOT_READABLE
  }

  /** Checks that nothing is missing. */
  public Obstacle {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(words, "words");
  }

  /** For example {@code CLASS_MISSING: the storage class fast does not exist}. */
  @Override
  public String toString() {
    return cause + ": " + words;
  }
}
