package dev.mooring.testkit.contract;

import dev.mooring.volume.VolumeKind;

/** Claims that others make by hand, at the place where an account's volumes are. */
public interface ForeignClaims {
  /** Makes one of 1 GB that a volume of the kind can be, and waits until it has its data. */
  void make(String account, String name, VolumeKind kind);

  /** All of it but its version and Mooring's own marks, and what holds its data, as text. */
  String state(String account, String name);

  /** Its version: another one after any change. */
  String version(String account, String name);

  /** Removes it with its data, and waits until both are gone; one that is not there is no error. */
  void remove(String account, String name);
}
