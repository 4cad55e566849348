package dev.mooring.jdbc.internal;

import dev.mooring.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What differs between databases; the statements on records themselves do not. */
public interface Dialect {
  /** A new connection in auto-commit mode, set up as this database needs it. */
  Connection connect() throws SQLException;

  /** Makes or checks the schema; cheap when it is there. Called before anything else. */
  void prepare(Connection connection) throws SQLException;

  /**
   * Begins a transaction that holds the right to write from its start, so that what it reads cannot
   * change before it writes.
   */
  void begin(Connection connection) throws SQLException;

  /** Ends a transaction; what it wrote is durable afterwards. */
  void commit(Connection connection) throws SQLException;

  /** Takes back a transaction. */
  void rollback(Connection connection) throws SQLException;

  /**
   * A number that changes when anybody commits through another connection: cheap enough to be asked
   * many times a second.
   */
  long dataVersion(Connection connection) throws SQLException;

  /** How long a writer waits for others. */
  Duration patience();

  /** Where the database is, for people. */
  String location();

  /** The error that a failure means. */
  StorageException translate(Attempt attempt, SQLException failure);
}
