package dev.mooring.spi;

import dev.mooring.error.Violation;
import java.util.List;

/**
 * Makes shares of volumes in other namespaces and takes them away; their truth is core's, in the
 * volumes' records. Nothing here touches a byte of a volume, nor an object that was not made for a
 * share. Every method may be repeated. Thread-safe.
 */
public interface Sharing extends Ability {
  /**
   * Why a volume cannot be shared so; nothing when it can. A driver that cannot is a violation of
   * the field {@code SHARING} with the code {@code UNSUPPORTED}. Changes nothing.
   *
   * @throws dev.mooring.error.AccessDeniedException with a right that making it would miss
   */
  List<Violation> check(VolumeRecord volume, ShareRecord share);

  /**
   * Makes what is missing of a share.
   *
   * @return whether the other namespace can use it; else the backend goes on by itself
   * @throws dev.mooring.error.ConflictException when a name is taken by what is none of the share's
   */
  boolean make(VolumeRecord volume, ShareRecord share);

  /** Who mounts a share now, finished users included; nobody where this client may not see them. */
  List<VolumeUser> users(ShareRecord share);

  /**
   * Takes away what is left of a share; without force, so that whoever mounts it keeps it.
   *
   * @return whether nothing is left; else the backend goes on by itself
   */
  boolean revoke(ShareRecord share);

  /**
   * All shares that something is there of, whoever made it, for volumes of this account and place.
   */
  List<MadeShare> made();

  /**
   * What is there of a share.
   *
   * @param volumeKey the key of the volume's record
   * @param share the share as far as it can be read off, in the state {@code REVOKING}
   */
  record MadeShare(String volumeKey, ShareRecord share) {}
}
