package dev.mooring.sized;

import dev.mooring.adoption.AdoptVolume;
import dev.mooring.operation.Plan;
import dev.mooring.volume.VolumeFilter;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The account's volumes of one kind: its drives, or its filesystems. Thread-safe.
 *
 * @param <V> the type of a volume
 * @param <C> the type of a request to create one
 */
public interface SizedVolumes<V extends SizedVolume<V>, C extends CreateSizedVolume<C>> {
  /**
   * Creates a volume, and returns its handle at once; {@link SizedVolume#await()} waits until it
   * can be used. Idempotent: the same request again returns the same volume. Compared are the
   * source, and size, region and profile where the request names them; description, labels and
   * default path are neither compared nor changed.
   *
   * @throws dev.mooring.error.InvalidRequestException with all violations; nothing was changed
   * @throws dev.mooring.error.AlreadyExistsException when the name is taken by another
   *     specification, in any region, or by a volume in the trash
   * @throws dev.mooring.error.QuotaExceededException when it does not fit the quota
   * @throws dev.mooring.error.ConflictException when a volume of the name is being deleted: repeat
   *     it when that is gone
   * @throws dev.mooring.error.OutcomeUnknownException when the answer was lost: repeat it
   */
  V create(C request);

  /**
   * Creates a volume: {@link #create(CreateSizedVolume)} of what the options make of a bare
   * request.
   */
  V create(String name, UnaryOperator<C> options);

  /**
   * Checks and prices a creation; changes nothing. Applying the plan is {@link
   * #create(CreateSizedVolume)}: what exists by then counts, not what the plan saw.
   */
  Plan<V> plan(C request);

  /**
   * Registers a volume that is there already, without owning its data: deleting it only forgets it.
   * Idempotent: the same claim, PersistentVolume or source under the same name again returns the
   * same volume. It counts against quotas and is billed like any volume, from now on.
   *
   * <p>A claim must be bound, of a filesystem and of the account's own namespace; size, access mode
   * and storage class are its own, and nothing of it is changed but Mooring's labels and
   * annotations. A PersistentVolume must have no claim, also none from before (one that is released
   * names it still); a claim of its name is made for it, and stays when the volume is deleted, with
   * the data, whatever the reclaim policy is. For a source a claim is made and bound to it;
   * deleting takes that away again, and never the data.
   *
   * @throws dev.mooring.error.InvalidRequestException with all violations; nothing was changed
   * @throws dev.mooring.error.NotFoundException when there is no such claim or PersistentVolume
   * @throws dev.mooring.error.AlreadyExistsException when the name is taken by another volume
   * @throws dev.mooring.error.ConflictException when the claim is a volume already, is being
   *     deleted, or is of another account
   * @throws dev.mooring.error.QuotaExceededException when it does not fit the quota
   * @throws dev.mooring.error.UnsupportedException when the backend cannot adopt anything
   */
  V adopt(AdoptVolume request);

  /**
   * The volume with this name, in whichever region; also one that is being deleted, or in the
   * trash.
   *
   * @throws dev.mooring.error.NotFoundException when the account has none
   */
  V named(String name);

  /**
   * The volume with this name, as for {@link #named}; empty when the account has none, and for what
   * can be no name.
   */
  Optional<V> find(String name);

  /**
   * All volumes of the account and kind but those in the trash, lazily read, page by page: by
   * region in the configuration's order. Volumes that come or go while it is read may be in it or
   * not. The stream needs no closing; reading on may throw what any call may throw.
   */
  Stream<V> list();

  /**
   * The volumes that a filter lets through, lazily read. {@code status(DELETED)} lists the trash.
   *
   * @throws dev.mooring.error.InvalidRequestException when the filter names an unknown region
   */
  Stream<V> list(VolumeFilter filter);

  /**
   * Tells what becomes of the account's volumes of the kind from now on, those in the trash
   * included, until it is closed: every lasting change at least once, the newest state last. It
   * only looks, and finishes nothing that died clients left half done. What nobody reports (that
   * the pods of a target are gone, say) is found within 5 minutes.
   *
   * @param listener hears of it on a thread of the client
   * @return the watch; close it when done
   */
  VolumeWatch watch(VolumeListener<? super V> listener);

  /**
   * Resumes a watch of the same account, owner and kind: tells first how things differ from what
   * was told before that token, deletions included.
   *
   * @throws dev.mooring.error.InvalidRequestException when it is no token of such a watch
   * @see #watch(VolumeListener)
   */
  VolumeWatch watch(ResumeToken from, VolumeListener<? super V> listener);
}
