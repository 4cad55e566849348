package dev.mooring.jdbc.internal;

import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.jdbc.Partition;
import dev.mooring.jdbc.RecordFormat;
import dev.mooring.spi.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The rows of one store in one partition: reads and writes single records, with their index and the
 * note of the change. Knows nothing of transactions.
 *
 * @param <R> the type of record
 */
public final class Rows<R extends StoredRecord> {
  /** How many changes are kept for watchers that are behind; more cannot be missed unnoticed. */
  static final int KEPT_CHANGES = 10_000;

  private static final int PRUNE_EVERY = 256;

  private final RecordFormat<R> format;
  private final Partition partition;
  private final Clock clock;
  private final IndexRows index;

  /** The rows of this store. */
  public Rows(RecordFormat<R> format, Partition partition, Clock clock) {
    this.format = format;
    this.partition = partition;
    this.clock = clock;
    this.index = new IndexRows(format.name(), partition);
  }

  /** A statement whose first three parameters are the store, the account and the region. */
  PreparedStatement statement(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, format.name());
    statement.setString(2, partition.account());
    statement.setString(3, partition.region());
    return statement;
  }

  /** The record with this key. */
  public Optional<R> find(Connection connection, String key) throws SQLException {
    try (PreparedStatement statement =
        statement(
            connection,
            "SELECT version, created_at, body FROM records"
                + " WHERE store=? AND account=? AND region=? AND key=?")) {
      statement.setString(4, key);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(record(rows, 1)) : Optional.empty();
      }
    }
  }

  /** The record of a row whose version, creation time and body begin at a column. */
  R record(ResultSet rows, int column) throws SQLException {
    R read = format.read().apply(rows.getString(column + 2));
    return format
        .stored()
        .apply(read, Long.toString(rows.getLong(column)), time(rows.getString(column + 1)));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InternalException(
          Problem.tried("read")
              .on("a stored record")
              .because("its creation time is '" + text + "', which is no time")
              .hint("somebody may have edited it by hand")
              .cause(e));
    }
  }

  /** Stores a record whose key is free. */
  public R insert(Connection connection, R record) throws SQLException {
    Instant now = clock.instant();
    long version = note(connection, record.key(), "created", now);
    R stored = format.stored().apply(record, Long.toString(version), now);
    try (PreparedStatement statement =
        statement(
            connection,
            "INSERT INTO records(store, account, region, key, version, created_at, weight, body)"
                + " VALUES(?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(4, record.key());
      statement.setLong(5, version);
      statement.setString(6, now.toString());
      statement.setLong(7, format.weight().applyAsLong(stored));
      statement.setString(8, format.write().apply(stored));
      statement.executeUpdate();
    }
    index.replace(connection, record.key(), stored.index());
    return stored;
  }

  /** Replaces a record that is there. */
  public R update(Connection connection, R record, Instant createdAt) throws SQLException {
    long version = note(connection, record.key(), "changed", clock.instant());
    R stored = format.stored().apply(record, Long.toString(version), createdAt);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE records SET version=?, weight=?, body=?"
                + " WHERE store=? AND account=? AND region=? AND key=?")) {
      statement.setLong(1, version);
      statement.setLong(2, format.weight().applyAsLong(stored));
      statement.setString(3, format.write().apply(stored));
      statement.setString(4, format.name());
      statement.setString(5, partition.account());
      statement.setString(6, partition.region());
      statement.setString(7, record.key());
      statement.executeUpdate();
    }
    index.replace(connection, record.key(), stored.index());
    return stored;
  }

  /** Removes a record that is there. */
  public void remove(Connection connection, String key) throws SQLException {
    note(connection, key, "deleted", clock.instant());
    try (PreparedStatement statement =
        statement(
            connection, "DELETE FROM records WHERE store=? AND account=? AND region=? AND key=?")) {
      statement.setString(4, key);
      statement.executeUpdate();
    }
    index.remove(connection, key);
  }

  /** Notes a change for watchers; its number is the version of what it leads to. */
  private long note(Connection connection, String key, String kind, Instant at)
      throws SQLException {
    try (PreparedStatement statement =
        statement(
            connection,
            "INSERT INTO changes(store, account, region, key, kind, at)"
                + " VALUES(?, ?, ?, ?, ?, ?) RETURNING seq")) {
      statement.setString(4, key);
      statement.setString(5, kind);
      statement.setString(6, at.toString());
      long number;
      try (ResultSet rows = statement.executeQuery()) {
        number = rows.next() ? rows.getLong(1) : 0;
      }
      prune(connection, number);
      return number;
    }
  }

  private static void prune(Connection connection, long newest) throws SQLException {
    if (newest % PRUNE_EVERY == 0) {
      try (PreparedStatement statement =
          connection.prepareStatement("DELETE FROM changes WHERE seq <= ?")) {
        statement.setLong(1, newest - KEPT_CHANGES);
        statement.executeUpdate();
      }
    }
  }
}
