package dev.mooring.embedded;

import dev.mooring.embedded.internal.EmbeddedBackend;
import dev.mooring.embedded.internal.Layout;
import dev.mooring.embedded.internal.LostRecords;
import dev.mooring.embedded.internal.StandardProfiles;
import dev.mooring.jdbc.Database;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Durations;
import dev.mooring.spi.StorageBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The embedded backend, configured. An immutable value; each method returns a changed copy.
 *
 * <p>One root folder holds everything, readable by its owner only: {@code records.db}, a SQLite
 * database with the records of all accounts and regions; {@code volumes/ID/data}, the bytes of each
 * drive; {@code instances/ACCOUNT/REGION/NAME/root}, each instance's root folder, in which its
 * drives appear at their mount paths as symbolic links; {@code trash}, what is being deleted.
 * Several processes may use one root at once, and any of them may be killed. A root on a network
 * filesystem is refused.
 *
 * <p>It does not pretend: nothing enforces a drive's size or a read-only mount, and instances are
 * not isolated from this machine. Commands run in an instance see only {@code PATH}, {@code LANG},
 * {@code LC_ALL} and {@code TZ} of this process's environment, {@code HOME} and {@code PWD} as the
 * instance's root folder, and {@code MOORING_INSTANCE} as its name.
 */
public final class Embedded implements Backend {
  /** The backend's id. */
  public static final String ID = "embedded";

  /** How long a target that was never seen keeps its claims, unless set: 10 minutes. */
  public static final Duration LAUNCH_GRACE = Duration.ofMinutes(10);

  private final @Nullable Path root;
  private final Duration launchGrace;

  private Embedded(@Nullable Path root, Duration launchGrace) {
    this.root = root;
    this.launchGrace = launchGrace;
  }

  /**
   * In a folder, which is made when it is first used; a relative one begins at the working
   * directory.
   */
  public static Embedded at(Path root) {
    return new Embedded(root.toAbsolutePath().normalize(), LAUNCH_GRACE);
  }

  /**
   * For tests: each connection has records of its own in memory, and bytes in a temporary folder of
   * its own; both are gone when it is closed.
   */
  public static Embedded inMemory() {
    return new Embedded(null, LAUNCH_GRACE);
  }

  /**
   * The same, with another time that a target which was never seen keeps its claims; zero for none.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public Embedded launchGrace(Duration grace) {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("the launch grace cannot be negative: " + grace);
    }
    return new Embedded(root, grace);
  }

  /** The root folder; empty for one in memory. */
  public Optional<Path> root() {
    return Optional.ofNullable(root);
  }

  /** How long a target that was never seen keeps its claims. */
  public Duration launchGrace() {
    return launchGrace;
  }

  @Override
  public String id() {
    return ID;
  }

  /**
   * Connects; touches no file yet.
   *
   * @throws dev.mooring.error.InvalidRequestException when the root is on a network filesystem
   */
  @Override
  public StorageBackend connect(BackendContext context) {
    if (root == null) {
      return EmbeddedBackend.inMemory(context, launchGrace);
    }
    Database database =
        Database.sqlite(
            root.resolve(Layout.DATABASE),
            context.requestTimeout(),
            context.clock(),
            known -> LostRecords.check(root, known));
    return EmbeddedBackend.at(root, database, context, launchGrace);
  }

  /**
   * The profiles {@code block} for drives, {@code shared} for shared filesystems, at {@code
   * /shared}, and {@code object} for object volumes, each the default of its kind. Only drives can
   * be had.
   */
  @Override
  public List<Profile> standardProfiles() {
    return StandardProfiles.ALL;
  }

  @Override
  public Map<String, String> describe() {
    Map<String, String> settings = new LinkedHashMap<>();
    if (root == null) {
      settings.put("inMemory", "true");
    } else {
      settings.put("root", root.toString());
    }
    settings.put("launchGrace", Durations.format(launchGrace));
    return settings;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Embedded that
        && Objects.equals(root, that.root)
        && launchGrace.equals(that.launchGrace);
  }

  @Override
  public int hashCode() {
    return Objects.hash(root, launchGrace);
  }

  /** For example {@code embedded at /home/ana/.mooring}. */
  @Override
  public String toString() {
    return root == null ? "embedded in memory" : "embedded at " + root;
  }
}
