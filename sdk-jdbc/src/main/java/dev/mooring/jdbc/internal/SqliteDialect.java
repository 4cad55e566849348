package dev.mooring.jdbc.internal;

import dev.mooring.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * SQLite, as it must be for several processes. The order matters: {@code busy_timeout} before
 * anything that could meet another process; WAL, so that readers and the writer do not wait for
 * each other; every write begins with {@code BEGIN IMMEDIATE}, for a transaction that reads first
 * and becomes a writer later fails at once with SQLITE_BUSY_SNAPSHOT, whatever the timeout.
 *
 * <p>{@code synchronous=FULL}: a commit is on the disk when the call returns. NORMAL would survive
 * the death of the process just as well, and save one fsync for each commit, but lose the last
 * commits when the power fails, and then folders would be there that no record knows.
 */
public final class SqliteDialect implements Dialect {
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Path file;
  private final Duration patience;

  /** A database in this file, whose writers wait so long for each other. */
  public SqliteDialect(Path file, Duration patience) {
    this.file = file.toAbsolutePath();
    this.patience = patience;
  }

  @Override
  public Connection connect() throws SQLException {
    makeFolder();
    SqliteSchema.requireWhole(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) Math.min(Integer.MAX_VALUE, Math.max(1, patience.toMillis())));
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    // As a URI, so that no character of the path is read as the beginning of parameters.
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());
    try {
      execute(connection, "PRAGMA synchronous=FULL");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void makeFolder() throws SQLException {
    Path folder = file.getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    try {
      // For its owner only: the database tells names, paths and who uses what.
      Files.createDirectories(
          folder,
          folder.getFileSystem().supportedFileAttributeViews().contains("posix")
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
              }
              : new FileAttribute<?>[0]);
    } catch (IOException e) {
      throw new SQLException("the folder " + folder + " cannot be made", e);
    }
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    if (!"wal".equalsIgnoreCase(text(connection, "PRAGMA journal_mode"))) {
      switchToWal(connection);
    }
    if (!SqliteSchema.isCurrent(connection)) {
      begin(connection);
      try {
        SqliteSchema.create(connection, file);
        commit(connection);
      } catch (SQLException | StorageException e) {
        rollback(connection);
        throw e;
      }
    }
  }

  /** The switch needs the file for itself and does not wait for it, whatever the timeout. */
  private void switchToWal(Connection connection) throws SQLException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        execute(connection, "PRAGMA journal_mode=WAL");
        return;
      } catch (SQLiteException e) {
        if (!isBusy(e) || System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static boolean isBusy(SQLiteException e) {
    return (e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    execute(connection, "COMMIT");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    execute(connection, "ROLLBACK");
  }

  @Override
  public long dataVersion(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA data_version")) {
      return rows.getLong(1);
    }
  }

  @Override
  public Duration patience() {
    return patience;
  }

  @Override
  public String location() {
    return file.toString();
  }

  @Override
  public StorageException translate(Attempt attempt, SQLException failure) {
    return SqliteErrors.translate(attempt, failure, file);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.getString(1);
    }
  }
}
