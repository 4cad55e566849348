package dev.mooring.jdbc.internal;

import dev.mooring.error.FailedException;
import dev.mooring.error.Problem;
import dev.mooring.volume.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables. A record's version is the number of its last change: numbers of {@code changes} are
 * never used again, so a version belongs to one state of one incarnation only.
 */
final class SqliteSchema {
  /** Marks the file as ours: "Moor" in ASCII. */
  private static final int APPLICATION = 0x4d6f6f72;

  private static final int VERSION = 1;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE records (
            store TEXT NOT NULL, account TEXT NOT NULL, region TEXT NOT NULL, key TEXT NOT NULL,
            version INTEGER NOT NULL, created_at TEXT NOT NULL, weight INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (store, account, region, key))
          """,
          "CREATE INDEX records_weight ON records (account, region, weight)",
          """
          CREATE TABLE record_index (
            store TEXT NOT NULL, account TEXT NOT NULL, region TEXT NOT NULL,
            name TEXT NOT NULL, value TEXT NOT NULL, key TEXT NOT NULL,
            PRIMARY KEY (store, account, region, name, value, key)) WITHOUT ROWID
          """,
          "CREATE INDEX record_index_key ON record_index (store, account, region, key)",
          """
          CREATE TABLE changes (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            store TEXT NOT NULL, account TEXT NOT NULL, region TEXT NOT NULL, key TEXT NOT NULL,
            kind TEXT NOT NULL, at TEXT NOT NULL)
          """,
          "PRAGMA application_id=" + APPLICATION,
          "PRAGMA user_version=" + VERSION);

  private SqliteSchema() {}

  /** An empty file beside a log of changes was cut off; SQLite would throw the log away. */
  static void requireWhole(Path file) {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    if (Files.isRegularFile(file) && file.toFile().length() == 0 && log.toFile().length() > 0) {
      throw refused(
          file,
          "it is empty, but its log " + log.getFileName() + " is not: it was cut off",
          "restore it from a copy; the volumes' bytes lie beside it, untouched");
    }
  }

  static boolean isCurrent(Connection connection) throws SQLException {
    return number(connection, "PRAGMA user_version") == VERSION
        && number(connection, "PRAGMA application_id") == APPLICATION;
  }

  /** Makes the tables in an empty file, unless another process was faster. */
  static void create(Connection connection, Path file) throws SQLException {
    if (isCurrent(connection)) {
      return;
    }
    if (number(connection, "PRAGMA application_id") == APPLICATION) {
      throw refused(
          file,
          "it was written by a newer version of Mooring",
          "use that version, or another folder");
    }
    if (number(connection, "SELECT count(*) FROM sqlite_schema") > 0) {
      throw refused(file, "it is the database of another program", "use another folder");
    }
    try (Statement statement = connection.createStatement()) {
      for (String sql : TABLES) {
        statement.execute(sql);
      }
    }
  }

  private static FailedException refused(Path file, String why, String hint) {
    return new FailedException(
        Problem.tried("open").on(file.toString()).because(why).hint(hint),
        Reason.BAD_PARAMETERS.name(),
        why);
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.getLong(1);
    }
  }
}
