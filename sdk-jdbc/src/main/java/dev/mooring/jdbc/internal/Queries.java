package dev.mooring.jdbc.internal;

import dev.mooring.jdbc.Partition;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Statements over many records of one store.
 *
 * @param <R> the type of record
 */
public final class Queries<R extends StoredRecord> {
  private static final int LARGEST_PAGE = 1000;

  /** Entries that many records share: those that narrow little are asked last. */
  private static final Set<String> BROAD = Set.of(Index.KIND, Index.PROFILE, Index.OWNER);

  private final Rows<R> rows;
  private final Partition partition;

  /** The statements over these rows. */
  public Queries(Rows<R> rows, Partition partition) {
    this.rows = rows;
    this.partition = partition;
  }

  /** A page of records, ordered by key. */
  public RecordPage<R> page(Connection connection, RecordQuery query) throws SQLException {
    if (!partition
        .account()
        .equals(query.index().getOrDefault(Index.ACCOUNT, partition.account()))) {
      return new RecordPage<>(List.of(), null);
    }
    List<Map.Entry<String, String>> entries =
        query.index().entrySet().stream()
            .filter(entry -> !entry.getKey().equals(Index.ACCOUNT))
            .sorted(Comparator.comparing(entry -> BROAD.contains(entry.getKey())))
            .toList();
    int limit = Math.min(query.limit(), LARGEST_PAGE);
    List<R> found = new ArrayList<>();
    try (PreparedStatement statement = rows.statement(connection, sql(entries.size()))) {
      int next = 4;
      for (Map.Entry<String, String> entry : entries) {
        statement.setString(next++, entry.getKey());
        statement.setString(next++, entry.getValue());
      }
      statement.setString(next++, query.continueFrom() == null ? "" : query.continueFrom());
      statement.setInt(next, limit + 1);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          found.add(rows.record(result, 1));
        }
      }
    }
    if (found.size() <= limit) {
      return new RecordPage<>(found, null);
    }
    List<R> page = found.subList(0, limit);
    return new RecordPage<>(page, page.get(limit - 1).key());
  }

  /**
   * The first entry leads: its rows are in the order of their keys, so that a page stops early. The
   * others are looked up for each of its rows.
   */
  private static String sql(int entries) {
    StringBuilder sql = new StringBuilder("SELECT r.version, r.created_at, r.body FROM ");
    String lead = "r";
    if (entries > 0) {
      lead = "i";
      sql.append("record_index i CROSS JOIN records r ON r.store = i.store");
      sql.append(" AND r.account = i.account AND r.region = i.region AND r.key = i.key");
    } else {
      sql.append("records r");
    }
    sql.append(" WHERE %1$s.store=? AND %1$s.account=? AND %1$s.region=?".formatted(lead));
    for (int i = 0; i < entries; i++) {
      sql.append(
          i == 0
              ? " AND i.name=? AND i.value=?"
              : " AND EXISTS (SELECT 1 FROM record_index o WHERE o.store = i.store"
                  + " AND o.account = i.account AND o.region = i.region"
                  + " AND o.name=? AND o.value=? AND o.key = i.key)");
    }
    sql.append(" AND %1$s.key > ? ORDER BY %1$s.key LIMIT ?".formatted(lead));
    return sql.toString();
  }

  /** What all records of the account in the region weigh together, in every store. */
  public long used(Connection connection) throws SQLException {
    // In two halves, for SQL fails when a sum overflows.
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT coalesce(sum(weight >> 32), 0), coalesce(sum(weight & 4294967295), 0)"
                + " FROM records WHERE account=? AND region=?")) {
      statement.setString(1, partition.account());
      statement.setString(2, partition.region());
      try (ResultSet result = statement.executeQuery()) {
        long high = result.getLong(1);
        long low = result.getLong(2);
        return high + (low >> 32) > Integer.MAX_VALUE ? Long.MAX_VALUE : (high << 32) + low;
      }
    }
  }

  /** The number of the newest change, or 0. */
  public static long newestChange(Connection connection) throws SQLException {
    return number(connection, "SELECT max(seq) FROM sqlite_sequence WHERE name='changes'");
  }

  /** The number of the oldest change that is still kept, or 0 when none is. */
  static long oldestChange(Connection connection) throws SQLException {
    return number(connection, "SELECT min(seq) FROM changes");
  }

  /** The keys that changed after one change and up to another, with their newest state. */
  List<Changed<R>> changes(Connection connection, long after, long upTo) throws SQLException {
    List<Changed<R>> changes = new ArrayList<>();
    try (PreparedStatement statement =
        rows.statement(
            connection,
            "SELECT c.key, r.version, r.created_at, r.body FROM"
                + " (SELECT store, account, region, key, max(seq) AS last FROM changes"
                + " WHERE store=? AND account=? AND region=? AND seq > ? AND seq <= ?"
                + " GROUP BY key) c"
                + " LEFT JOIN records r ON r.store = c.store AND r.account = c.account"
                + " AND r.region = c.region AND r.key = c.key ORDER BY c.last")) {
      statement.setLong(4, after);
      statement.setLong(5, upTo);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          boolean gone = result.getString(2) == null;
          changes.add(new Changed<>(result.getString(1), gone ? null : rows.record(result, 2)));
        }
      }
    }
    return changes;
  }

  /** Reads all pages, and from each table, to see that it is whole; answers how many have rows. */
  public static long look(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("PRAGMA quick_check(1)");
        ResultSet result = statement.executeQuery()) {
      String found = result.getString(1);
      if (!"ok".equals(found)) {
        throw new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
      }
    }
    return number(
        connection,
        "SELECT EXISTS (SELECT 1 FROM records) + EXISTS (SELECT 1 FROM record_index)"
            + " + EXISTS (SELECT 1 FROM changes)");
  }

  /** All values of an index entry, in all partitions. */
  static Set<String> values(Connection connection, String name) throws SQLException {
    Set<String> values = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT value FROM record_index WHERE name=?")) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          values.add(result.getString(1));
        }
      }
    }
    return values;
  }

  /** Whether any record of any partition has an index entry. */
  public static boolean holds(Connection connection, String name, String value)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT EXISTS (SELECT 1 FROM record_index WHERE name=? AND value=?)")) {
      statement.setString(1, name);
      statement.setString(2, value);
      try (ResultSet result = statement.executeQuery()) {
        return result.getBoolean(1);
      }
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      return result.getLong(1);
    }
  }
}
