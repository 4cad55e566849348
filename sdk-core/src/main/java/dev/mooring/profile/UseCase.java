package dev.mooring.profile;

import dev.mooring.volume.VolumeKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What storage is wanted for, and what it takes: a row of the table that {@link Profiles#recommend}
 * uses. The rows here are those that Mooring knows; a program may make its own. Immutable.
 *
 * @param word its name on command lines, for example {@code checkpoints}
 * @param words what it is, for people
 * @param terms other words for it, which an administrator's {@code bestFor} may use
 * @param manyWriters whether several targets must be able to write at once
 * @param kinds the kinds of volumes that do, the best first; others do not
 * @param lanes the lanes that suit it, the best first; others count behind them
 * @param measure what counts between profiles of the same kind and lane
 */
public record UseCase(
    String word,
    String words,
    List<String> terms,
    boolean manyWriters,
    List<VolumeKind> kinds,
    List<String> lanes,
    Measure measure) {
  /** Source code, notebooks and virtual environments of one person. */
  public static final UseCase CODE =
      new UseCase(
          "code",
          "source code and virtual environments",
          List.of("venv", "virtualenv", "virtual environments", "home"),
          false,
          List.of(VolumeKind.DRIVE, VolumeKind.FILESYSTEM),
          List.of("fast-rwo", "shared-rwx"),
          Measure.LATENCY);

  /** Training data that many nodes read and some write. */
  public static final UseCase DATASETS =
      new UseCase(
          "datasets",
          "training datasets",
          List.of("dataset", "training data", "corpus"),
          true,
          List.of(VolumeKind.FILESYSTEM, VolumeKind.OBJECT),
          List.of("shared-rwx", "object", "legacy-rwx"),
          Measure.READING);

  /** States of a training that many nodes write, and others go on from. */
  public static final UseCase CHECKPOINTS =
      new UseCase(
          "checkpoints",
          "checkpoints of a training",
          List.of("checkpoint", "model states"),
          true,
          List.of(VolumeKind.FILESYSTEM, VolumeKind.OBJECT),
          List.of("shared-rwx", "object", "legacy-rwx"),
          Measure.WRITING);

  /** Data that other regions read as well. */
  public static final UseCase SHARING =
      new UseCase(
          "sharing",
          "sharing across regions",
          List.of("cross-region", "cross-region sharing", "distribution"),
          true,
          List.of(VolumeKind.OBJECT),
          List.of("object"),
          Measure.PRICE);

  /** Data that is kept and seldom read. */
  public static final UseCase ARCHIVE =
      new UseCase(
          "archive",
          "archives",
          List.of("archives", "backup", "backups", "cold"),
          false,
          List.of(VolumeKind.OBJECT, VolumeKind.FILESYSTEM, VolumeKind.DRIVE),
          List.of("object", "legacy-rwx", "shared-rwx"),
          Measure.PRICE);

  /** Data that may be lost with the job that makes it. */
  public static final UseCase SCRATCH =
      new UseCase(
          "scratch",
          "scratch space of one job",
          List.of("temporary", "temporary files", "tmp", "cache"),
          false,
          List.of(VolumeKind.DRIVE, VolumeKind.FILESYSTEM),
          List.of("fast-rwo", "default", "shared-rwx"),
          Measure.WRITING);

  /** Many small files, where each one costs a round trip. */
  public static final UseCase SMALL_FILES =
      new UseCase(
          "small-files",
          "many small files",
          List.of("many small files"),
          false,
          List.of(VolumeKind.DRIVE, VolumeKind.FILESYSTEM),
          List.of("fast-rwo", "default", "shared-rwx"),
          Measure.OPERATIONS);

  /** A database of one process. */
  public static final UseCase DATABASE =
      new UseCase(
          "database",
          "a database of one process",
          List.of("databases", "sqlite", "postgresql"),
          false,
          List.of(VolumeKind.DRIVE),
          List.of("fast-rwo", "default"),
          Measure.LATENCY);

  /** Copies, and checks that nothing is missing. */
  public UseCase {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(measure, "measure");
    terms = List.copyOf(terms);
    kinds = List.copyOf(kinds);
    lanes = List.copyOf(lanes);
  }

  /** The rows that Mooring knows, in the order of this page. */
  public static List<UseCase> all() {
    return List.of(CODE, DATASETS, CHECKPOINTS, SHARING, ARCHIVE, SCRATCH, SMALL_FILES, DATABASE);
  }

  /** The row of a word or term, in any case, with spaces, {@code -} and {@code _} alike. */
  public static Optional<UseCase> find(String text) {
    return all().stream().filter(use -> use.isCalled(text)).findFirst();
  }

  /** Whether a text names it: its word, its words, or one of its terms. */
  public boolean isCalled(String text) {
    String wanted = plain(text);
    return plain(word).equals(wanted)
        || plain(words).equals(wanted)
        || terms.stream().anyMatch(term -> plain(term).equals(wanted));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", " ");
  }

  /** Its name on command lines. */
  @Override
  public String toString() {
    return word;
  }
}
