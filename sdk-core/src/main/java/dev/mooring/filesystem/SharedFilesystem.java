package dev.mooring.filesystem;

import dev.mooring.operation.Operation;
import dev.mooring.sized.SizedVolume;
import java.util.List;

/**
 * A shared filesystem: many writers, in any number of targets, which see each other's files.
 * Thread-safe.
 */
public interface SharedFilesystem extends SizedVolume<SharedFilesystem> {
  /**
   * Shares it into another namespace of the cluster, as a claim that pods there mount. Once in a
   * namespace: repeated, it is that share. While it is shared it cannot be deleted. The share has
   * the filesystem's files, but neither its snapshots nor its growth: they stay here.
   *
   * @return the operation, with the share as its result; ended once its claim is bound
   * @throws dev.mooring.error.InvalidRequestException when the namespace is its own, or cannot be
   *     one; nothing was changed
   * @throws dev.mooring.error.NotFoundException when there is no such namespace, or the filesystem
   *     is gone
   * @throws dev.mooring.error.ConflictException when it is not made yet or being deleted, is shared
   *     into the namespace in another way, or the claim's name is taken there
   * @throws dev.mooring.error.UnsupportedException ({@code SHARING}) when its backend or its driver
   *     cannot
   * @throws dev.mooring.error.AccessDeniedException with the right that is missing
   */
  Operation<Share> share(ShareRequest request);

  /** Its shares as they were when it was read, oldest first; none where its backend has none. */
  List<Share> shares();
}
