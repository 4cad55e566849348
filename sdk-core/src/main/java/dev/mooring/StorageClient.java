package dev.mooring;

import dev.mooring.access.Owner;
import dev.mooring.access.Role;
import dev.mooring.admin.Admin;
import dev.mooring.attachment.Attachments;
import dev.mooring.config.Configuration;
import dev.mooring.cost.Prices;
import dev.mooring.drive.CloudDrives;
import dev.mooring.filesystem.SharedFilesystems;
import dev.mooring.instance.Instances;
import dev.mooring.maintenance.Maintenance;
import dev.mooring.operation.Operations;
import dev.mooring.operation.RecoveryReport;
import dev.mooring.profile.Profiles;
import dev.mooring.region.Regions;
import dev.mooring.sized.SizedVolume;
import dev.mooring.snapshot.Snapshots;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.nio.file.Path;

/**
 * The one entry to the SDK. Thread-safe; make one and keep it. Close it when done: that ends its
 * threads and connections, not the work that backends do.
 *
 * <p>Every method that asks a backend may throw {@link dev.mooring.error.UnavailableException} when
 * it cannot be reached, {@link dev.mooring.error.AccessDeniedException} when it refuses, and {@link
 * dev.mooring.error.UnsupportedException} when it lacks the ability; these are not repeated at each
 * method. Parameters and results are never null unless they are marked {@code @Nullable}.
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
   * backend under {@code $MOORING_HOME}, else {@code ~/.mooring}. Asks no backend yet: one that is
   * down is found out by the first call.
   *
   * @throws dev.mooring.error.InvalidRequestException with every mistake of the configuration; also
   *     when no artifact on the class path brings a backend that it names
   */
  static StorageClient connect() {
    return connect(Configuration.load());
  }

  /**
   * Connects with this configuration. Asks no backend yet.
   *
   * @throws dev.mooring.error.InvalidRequestException with every mistake of the configuration
   */
  static StorageClient connect(Configuration configuration) {
    return builder().configuration(configuration).build();
  }

  /** Begins a client in code: everything that the configuration file can say. */
  static StorageClientBuilder builder() {
    return new StorageClientBuilder();
  }

  /**
   * A client of the embedded backend in a folder, which is made if missing, with one region {@code
   * local} and the account {@code default}. Looks at no configuration file or variable.
   *
   * @throws dev.mooring.error.InvalidRequestException when {@code sdk-embedded} is not on the class
   *     path, or the folder is on a network filesystem
   */
  static StorageClient embedded(Path root) {
    return builder().embedded(root).build();
  }

  /**
   * A client of an embedded backend that is gone when it is closed, for tests: records in memory,
   * bytes in a temporary folder, one region {@code local}. Shares nothing with other clients.
   *
   * @throws dev.mooring.error.InvalidRequestException when {@code sdk-embedded} is not on the class
   *     path
   */
  static StorageClient inMemory() {
    return builder().inMemory().build();
  }

  /** Cloud drives. */
  CloudDrives cloudDrives();

  /** Shared filesystems: create, find, list. */
  SharedFilesystems filesystems();

  /**
   * Tells what becomes of all the account's volumes of every kind, as {@code watch} of one kind
   * does.
   *
   * @param listener hears of it on a thread of the client
   * @return the watch; close it when done
   * @see dev.mooring.sized.SizedVolumes#watch(VolumeListener)
   */
  VolumeWatch watch(VolumeListener<? super SizedVolume<?>> listener);

  /**
   * Resumes a watch of all kinds: tells first how things differ from what was told before that
   * token.
   *
   * @throws dev.mooring.error.InvalidRequestException when it is no token of such a watch
   * @see dev.mooring.sized.SizedVolumes#watch(ResumeToken, VolumeListener)
   */
  VolumeWatch watch(ResumeToken from, VolumeListener<? super SizedVolume<?>> listener);

  /** Snapshots of volumes: find, list; a volume takes its own. */
  Snapshots snapshots();

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

  /** What is done again and again, by a CronJob say: scheduled snapshots, recovery. */
  Maintenance maintenance();

  /** What administrators do: storage classes, and a look for what fits nothing. */
  Admin admin();

  /** The configuration in force. */
  Configuration configuration();

  /**
   * The same client for another owner of the account, who acts as a {@link Role#MEMBER member}
   * whatever the role of this client is: what it creates is theirs. It says who acts and does not
   * ask whether they may: it sees what this client sees, unless a backend keeps owners apart (a
   * Kubernetes namespace of {@code {owner}}). Closing it does nothing; it ends with this client.
   *
   * @throws IllegalStateException when this client is closed
   */
  StorageClient as(Owner owner);

  /**
   * Like {@link #as(Owner)}, in a role: it decides from which profiles they may create, see {@link
   * dev.mooring.profile.Profile#createBy}. The SDK believes it: who may act as what is the
   * program's to check.
   *
   * @throws IllegalStateException when this client is closed
   */
  StorageClient as(Owner owner, Role role);

  /**
   * Finishes or undoes what died clients left half done, frees claims of dead targets, and deletes
   * for good what the trash has kept for its time, in all regions. Changes nothing else; may be
   * repeated, and run by several processes at once. Needed by none of them to be correct: whoever
   * reads a volume finishes that volume's operations, and claims of dead targets do not count. A
   * region that cannot be asked ends it with an error; what it did until then stays done.
   *
   * @return what it did
   */
  RecoveryReport recover();

  /**
   * Ends threads and connections, after at most 5 seconds for steps that are under way; whoever
   * looks next does what is left of them. May be repeated. Nothing of it may be used after that.
   */
  @Override
  void close();
}
