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
   * be used. Idempotent: the same request again returns the same drive. Compared are region,
   * profile and size; description, labels and default path are neither compared nor changed.
   *
   * @throws dev.mooring.error.InvalidRequestException with all violations; nothing was changed
   * @throws dev.mooring.error.AlreadyExistsException when the name is taken by another
   *     specification
   * @throws dev.mooring.error.QuotaExceededException when it does not fit the quota
   * @throws dev.mooring.error.OutcomeUnknownException when the answer was lost: repeat it
   */
  CloudDrive create(CreateDrive request);

  /** Short for {@code create(options.apply(CreateDrive.named(name)))}. */
  CloudDrive create(String name, UnaryOperator<CreateDrive> options);

  /** Checks and prices a creation; changes nothing. */
  Plan<CloudDrive> plan(CreateDrive request);

  /**
   * The drive with this name.
   *
   * @throws dev.mooring.error.NotFoundException when the account has none
   */
  CloudDrive named(String name);

  /** The drive with this name; empty when the account has none. */
  Optional<CloudDrive> find(String name);

  /** All drives of the account but those in the trash, lazily read, page by page. */
  Stream<CloudDrive> list();

  /**
   * The drives that a filter lets through, lazily read. {@code status(DELETED)} lists the trash.
   */
  Stream<CloudDrive> list(VolumeFilter filter);
}
