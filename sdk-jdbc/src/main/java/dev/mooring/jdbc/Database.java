package dev.mooring.jdbc;

import dev.mooring.jdbc.internal.Attempt;
import dev.mooring.jdbc.internal.ChangeFeed;
import dev.mooring.jdbc.internal.Connections;
import dev.mooring.jdbc.internal.Dialect;
import dev.mooring.jdbc.internal.LocalFilesystem;
import dev.mooring.jdbc.internal.Pace;
import dev.mooring.jdbc.internal.Queries;
import dev.mooring.jdbc.internal.Rows;
import dev.mooring.jdbc.internal.SqliteDialect;
import dev.mooring.spi.StoredRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * A database that keeps records. Safe for several processes at once and after {@code kill -9}: what
 * a call changed is on the disk when it returns. Thread-safe. Nothing is opened before the first
 * call that needs it.
 */
public final class Database implements AutoCloseable {
  private final Dialect dialect;
  private final Clock clock;
  private final ChangeFeed feed;
  private final Connections connections;

  Database(Dialect dialect, Clock clock, Pace pace) {
    this(dialect, clock, pace, volumes -> {});
  }

  private Database(Dialect dialect, Clock clock, Pace pace, Opening opening) {
    this.dialect = dialect;
    this.clock = clock;
    this.feed = new ChangeFeed(dialect, pace);
    this.connections = new Connections(dialect, feed::wake, opening);
  }

  /**
   * A SQLite database in a file. File and folder are made when they are first used, the folder for
   * its owner only.
   *
   * @param file the file
   * @param patience how long a call waits for those of other threads and processes before it throws
   *     {@link dev.mooring.error.UnavailableException}
   * @param clock gives records their times
   * @throws dev.mooring.error.InvalidRequestException when the file is on a network filesystem
   */
  public static Database sqlite(Path file, Duration patience, Clock clock) {
    return sqlite(file, patience, clock, volumes -> {});
  }

  /**
   * The same, which is looked at before its first call goes on.
   *
   * @param opening looks at it
   * @throws dev.mooring.error.InvalidRequestException when the file is on a network filesystem
   */
  public static Database sqlite(Path file, Duration patience, Clock clock, Opening opening) {
    Objects.requireNonNull(clock, "clock");
    LocalFilesystem.require(file);
    return new Database(new SqliteDialect(file, patience), clock, Pace.STANDARD, opening);
  }

  /**
   * A store of this database; nothing is read yet. Stores of one name and partition show the same
   * records, whichever database object or process they belong to. It ends with the database.
   *
   * @param <R> the type of record
   */
  public <R extends StoredRecord> JdbcRecordStore<R> store(
      RecordFormat<R> format, Partition partition) {
    Rows<R> rows = new Rows<>(format, partition, clock);
    return new JdbcRecordStore<>(
        connections, feed, format, partition, rows, new Queries<>(rows, partition));
  }

  /**
   * Opens the database, if it is not open, and reads all of it, to see whether it is whole.
   *
   * @throws dev.mooring.error.StorageException when that is not possible, with what to do
   */
  public void check() {
    connections.read(Attempt.to("open", dialect.location(), "this machine"), Queries::look);
  }

  /**
   * Whether any record of any account and region, in any store, has this index entry: for those who
   * must not take away what another account uses. Slow: reads the whole index.
   *
   * @param name a name of {@link dev.mooring.spi.Index}
   */
  public boolean holds(String name, String value) {
    return connections.read(
        Attempt.to("search", dialect.location(), "this machine"),
        connection -> Queries.holds(connection, name, value));
  }

  /** Ends all watches and closes all connections. May be repeated. */
  @Override
  public void close() {
    feed.close();
    connections.close();
  }
}
