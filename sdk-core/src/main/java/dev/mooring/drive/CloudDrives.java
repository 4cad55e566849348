package dev.mooring.drive;

import dev.mooring.operation.Plan;
import dev.mooring.volume.VolumeFilter;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The account's cloud drives. Thread-safe. */
public interface CloudDrives {
  /**
   * Creates a drive, and returns its handle at once; {@link CloudDrive#await()} waits until it can
   * be used. Idempotent: the same request again returns the same drive. Compared are the size, and
   * region and profile where the request names them; description, labels and default path are
   * neither compared nor changed.
   *
   * @throws dev.mooring.error.InvalidRequestException with all violations; nothing was changed
   * @throws dev.mooring.error.AlreadyExistsException when the name is taken by another
   *     specification, in any region, or by a drive in the trash
   * @throws dev.mooring.error.QuotaExceededException when it does not fit the quota
   * @throws dev.mooring.error.ConflictException when a drive of the name is being deleted: repeat
   *     it when that is gone
   * @throws dev.mooring.error.OutcomeUnknownException when the answer was lost: repeat it
   */
  CloudDrive create(CreateDrive request);

  /** Short for {@code create(options.apply(CreateDrive.named(name)))}. */
  CloudDrive create(String name, UnaryOperator<CreateDrive> options);

  /**
   * Checks and prices a creation; changes nothing. Applying the plan is {@link
   * #create(CreateDrive)}: what exists by then counts, not what the plan saw.
   */
  Plan<CloudDrive> plan(CreateDrive request);

  /**
   * The drive with this name, in whichever region; also one that is being deleted, or in the trash.
   *
   * @throws dev.mooring.error.NotFoundException when the account has none
   */
  CloudDrive named(String name);

  /**
   * The drive with this name, as for {@link #named}; empty when the account has none, and for what
   * can be no name.
   */
  Optional<CloudDrive> find(String name);

  /**
   * All drives of the account but those in the trash, lazily read, page by page: by region in the
   * configuration's order. Drives that come or go while it is read may be in it or not. The stream
   * needs no closing; reading on may throw what any call may throw.
   */
  Stream<CloudDrive> list();

  /**
   * The drives that a filter lets through, lazily read. {@code status(DELETED)} lists the trash.
   *
   * @throws dev.mooring.error.InvalidRequestException when the filter names an unknown region
   */
  Stream<CloudDrive> list(VolumeFilter filter);
}
