package dev.mooring.jdbc;

import dev.mooring.error.StorageException;
import dev.mooring.jdbc.internal.Attempt;
import dev.mooring.jdbc.internal.Dialect;
import dev.mooring.jdbc.internal.Pace;
import dev.mooring.jdbc.internal.SqliteDialect;
import dev.mooring.testkit.crash.Announcer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** A SQLite database that announces every change before and after it makes it. */
public final class TappedDatabase {
  private TappedDatabase() {}

  /**
   * Opens it.
   *
   * @param statements whether to announce each statement that writes; else only each commit
   */
  public static Database sqlite(
      Path file, Duration patience, Clock clock, Announcer announcer, boolean statements) {
    return new Database(
        new TappedDialect(new SqliteDialect(file, patience), announcer, statements),
        clock,
        Pace.STANDARD);
  }

  private record TappedDialect(Dialect behind, Announcer announcer, boolean statements)
      implements Dialect {
    @Override
    public Connection connect() throws SQLException {
      return TappedConnection.around(behind.connect(), announcer, statements);
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
      behind.prepare(connection);
    }

    @Override
    public void begin(Connection connection) throws SQLException {
      behind.begin(connection);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
      behind.commit(connection);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
      behind.rollback(connection);
    }

    @Override
    public long dataVersion(Connection connection) throws SQLException {
      return behind.dataVersion(connection);
    }

    @Override
    public Duration patience() {
      return behind.patience();
    }

    @Override
    public String location() {
      return behind.location();
    }

    @Override
    public StorageException translate(Attempt attempt, SQLException failure) {
      return behind.translate(attempt, failure);
    }
  }
}
