package dev.mooring.spi;

import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;

/**
 * Names of the index entries that records have. A Kubernetes backend keeps them as labels {@code
 * mooring.dev/NAME}; user labels as {@code labels.mooring.dev/KEY}.
 */
public final class Index {
  /** The account. */
  public static final String ACCOUNT = "account";

  /** The kind's word: {@code drive}, {@code fs}, {@code object}; of targets the target's kind. */
  public static final String KIND = "kind";

  /** The name. */
  public static final String NAME = "name";

  /** The owner, as {@code user.ana}. */
  public static final String OWNER = "owner";

  /** The profile. */
  public static final String PROFILE = "profile";

  /** The volume's id. */
  public static final String VOLUME_ID = "volume-id";

  /** The snapshot's id. */
  public static final String SNAPSHOT_ID = "snapshot-id";

  /** Of snapshots the id of their volume; of volumes the id of what they were made from. */
  public static final String SOURCE = "source";

  /** Of snapshots their volume, as {@code drive.workspace}. */
  public static final String OF = "of";

  /** The {@link #KIND} of snapshots. */
  public static final String SNAPSHOT = "snapshot";

  /**
   * The type of the operation that runs on it, for example {@code create}; absent when none does.
   */
  public static final String RUNNING = "running";

  /** Prefix of the entries of a target for each volume: {@code volume.KEY} = {@code mounted}. */
  public static final String VOLUME_PREFIX = "volume.";

  /** Prefix of the entries for users' labels: {@code label.KEY}. */
  public static final String LABEL_PREFIX = "label.";

  private Index() {}

  /** The value of {@link #OF} for a volume. */
  public static String of(VolumeRef volume) {
    return volume.kindIfGiven().map(VolumeKind::word).orElse("") + "." + volume.name();
  }
}
