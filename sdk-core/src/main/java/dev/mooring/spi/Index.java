package dev.mooring.spi;

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

  /**
   * The type of the operation that runs on it, for example {@code create}; absent when none does.
   */
  public static final String RUNNING = "running";

  /** Prefix of the entries of a target for each volume: {@code volume.KEY} = {@code mounted}. */
  public static final String VOLUME_PREFIX = "volume.";

  /** Prefix of the entries for users' labels: {@code label.KEY}. */
  public static final String LABEL_PREFIX = "label.";

  private Index() {}
}
