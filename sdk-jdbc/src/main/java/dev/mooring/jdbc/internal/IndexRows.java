package dev.mooring.jdbc.internal;

import dev.mooring.jdbc.Partition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What records can be found by. */
final class IndexRows {
  private final String store;
  private final Partition partition;

  IndexRows(String store, Partition partition) {
    this.store = store;
    this.partition = partition;
  }

  /** Makes the entries of a record these; writes nothing when they are the same, as most often. */
  void replace(Connection connection, String key, Map<String, String> entries) throws SQLException {
    if (entries(connection, key).equals(entries)) {
      return;
    }
    remove(connection, key);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO record_index(store, account, region, key, name, value)"
                + " VALUES(?, ?, ?, ?, ?, ?)")) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        bind(statement, key);
        statement.setString(5, entry.getKey());
        statement.setString(6, entry.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void remove(Connection connection, String key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM record_index WHERE store=? AND account=? AND region=? AND key=?")) {
      bind(statement, key);
      statement.executeUpdate();
    }
  }

  private Map<String, String> entries(Connection connection, String key) throws SQLException {
    Map<String, String> entries = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT name, value FROM record_index"
                + " WHERE store=? AND account=? AND region=? AND key=?")) {
      bind(statement, key);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return entries;
  }

  private void bind(PreparedStatement statement, String key) throws SQLException {
    statement.setString(1, store);
    statement.setString(2, partition.account());
    statement.setString(3, partition.region());
    statement.setString(4, key);
  }
}
