package dev.mooring;

import dev.mooring.access.Owner;
import dev.mooring.attachment.Attachments;
import dev.mooring.config.Configuration;
import dev.mooring.cost.Prices;
import dev.mooring.drive.CloudDrives;
import dev.mooring.instance.Instances;
import dev.mooring.operation.Operations;
import dev.mooring.operation.RecoveryReport;
import dev.mooring.profile.Profiles;
import dev.mooring.region.Regions;
import java.nio.file.Path;

/**
 * The one entry to the SDK. Thread-safe; make one and keep it. Close it when done: that ends its
 * threads and connections, not the work that backends do.
 *
 * <pre>{@code
 * try (StorageClient storage = StorageClient.connect()) {
 *   CloudDrive drive =
 *       storage.cloudDrives().create("workspace", d -> d.size(gb(100))).await();
 * }
 * }</pre>
 */
public interface StorageClient extends AutoCloseable {
  /**
   * Connects as the configuration says: see {@link Configuration#load()}. Without one: the embedded
   * backend under {@code ~/.mooring}.
   *
   * @throws dev.mooring.error.InvalidRequestException with every mistake of the configuration
   */
  static StorageClient connect() {
    return connect(Configuration.load());
  }

  /** Connects with this configuration. */
  static StorageClient connect(Configuration configuration) {
    return builder().configuration(configuration).build();
  }

  /** Begins a client in code: everything that the configuration file can say. */
  static StorageClientBuilder builder() {
    return new StorageClientBuilder();
  }

  /** A client of the embedded backend in a folder, which is made if missing. */
  static StorageClient embedded(Path root) {
    return builder().embedded(root).build();
  }

  /** A client of an embedded backend that is gone when it is closed, for tests. */
  static StorageClient inMemory() {
    return builder().inMemory().build();
  }

  /** Cloud drives. */
  CloudDrives cloudDrives();

  /** Attaching volumes to targets. */
  Attachments attachments();

  /** The small built-in platform that runs instances. */
  Instances instances();

  /** Operations, found again by id. */
  Operations operations();

  /** Prices of what does not exist yet. */
  Prices prices();

  /** Regions. */
  Regions regions();

  /** Profiles. */
  Profiles profiles();

  /** The configuration in force. */
  Configuration configuration();

  /**
   * The same client for another owner of the account: what it creates is theirs. Closing it does
   * nothing.
   */
  StorageClient as(Owner owner);

  /**
   * Finishes or undoes what died clients left half done, and frees claims of dead targets, in all
   * regions. Changes nothing else; may be repeated, and run by several processes at once. Reading a
   * volume does the same for that volume.
   */
  RecoveryReport recover();

  @Override
  void close();
}
