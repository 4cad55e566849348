package dev.mooring.snapshot;

import java.util.List;
import java.util.Objects;

/**
 * What verifying a snapshot found. All of the copy was read, whatever it was compared with.
 *
 * @param snapshot the snapshot
 * @param outcome what it came to
 * @param files how many regular files the copy has
 * @param bytes the sum of their sizes
 * @param digest SHA-256 over the sorted manifest of paths, kinds, sizes and SHA-256 of the copy, in
 *     hexadecimal: the same for two verifications that found the same
 * @param differences the first {@value #MOST} differences, by path; of the source to the copy, or
 *     files that could not be read
 * @param differing how many there are in all
 */
public record VerifyReport(
    SnapshotId snapshot,
    VerifyOutcome outcome,
    long files,
    long bytes,
    String digest,
    List<Difference> differences,
    long differing) {
  /** How many differences are told one by one. */
  public static final int MOST = 100;

  /** Copies and checks. */
  public VerifyReport {
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(digest, "digest");
    differences = List.copyOf(differences);
  }

  /**
   * One difference.
   *
   * @param path the path below the volume's root, as people can read it: what is no text is escaped
   * @param what in what way it differs
   */
  public record Difference(String path, String what) {
    /** Checks that both are there. */
    public Difference {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(what, "what");
    }
  }

  /** Whether the copy is like the volume. */
  public boolean verified() {
    return outcome == VerifyOutcome.VERIFIED;
  }
}
