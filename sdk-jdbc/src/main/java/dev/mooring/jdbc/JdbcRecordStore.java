package dev.mooring.jdbc;

import dev.mooring.jdbc.internal.Attempt;
import dev.mooring.jdbc.internal.ChangeFeed;
import dev.mooring.jdbc.internal.Connections;
import dev.mooring.jdbc.internal.Queries;
import dev.mooring.jdbc.internal.Rows;
import dev.mooring.spi.Created;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Records in a {@link Database}. Versions are numbers of changes, which are never used again, so
 * that a record which was deleted and made anew never meets an old version. A quota is enforced
 * within the transaction that takes from it: no two that race get past it together. Thread-safe.
 *
 * @param <R> the type of record
 */
public final class JdbcRecordStore<R extends StoredRecord> implements RecordStore<R> {
  private final Connections connections;
  private final ChangeFeed feed;
  private final RecordFormat<R> format;
  private final Partition partition;
  private final Rows<R> rows;
  private final Queries<R> queries;

  JdbcRecordStore(
      Connections connections,
      ChangeFeed feed,
      RecordFormat<R> format,
      Partition partition,
      Rows<R> rows,
      Queries<R> queries) {
    this.connections = connections;
    this.feed = feed;
    this.format = format;
    this.partition = partition;
    this.rows = rows;
    this.queries = queries;
  }

  @Override
  public Created<R> create(R record) {
    Attempt attempt = attempt("create", format.resource().apply(record));
    // Most repeated creates end here, without waiting for a writer.
    Optional<R> present = connections.read(attempt, c -> rows.find(c, record.key()));
    if (present.isPresent()) {
      return new Created<>(present.get(), false);
    }
    return connections.write(attempt, connection -> createIfAbsent(connection, record, attempt));
  }

  private Created<R> createIfAbsent(Connection connection, R record, Attempt attempt)
      throws SQLException {
    Optional<R> present = rows.find(connection, record.key());
    if (present.isPresent()) {
      return new Created<>(present.get(), false);
    }
    requireRoom(connection, format.weight().applyAsLong(record), attempt);
    return new Created<>(rows.insert(connection, record), true);
  }

  private void requireRoom(Connection connection, long asked, Attempt attempt) throws SQLException {
    partition.requireRoom(asked, attempt.problem(), () -> queries.used(connection));
  }

  @Override
  public Optional<R> get(String key) {
    return connections.read(attempt("read", key), c -> rows.find(c, key));
  }

  @Override
  public Optional<R> swap(R record) {
    Attempt attempt = attempt("change", format.resource().apply(record));
    return connections.write(
        attempt,
        connection -> {
          Optional<R> present = rows.find(connection, record.key());
          if (present.isEmpty() || !present.get().version().equals(record.version())) {
            return Optional.empty();
          }
          long before = format.weight().applyAsLong(present.get());
          requireRoom(connection, format.weight().applyAsLong(record) - before, attempt);
          return Optional.of(rows.update(connection, record, present.get().createdAt()));
        });
  }

  @Override
  public boolean delete(R record) {
    return connections.write(
        attempt("delete", format.resource().apply(record)),
        connection -> {
          Optional<R> present = rows.find(connection, record.key());
          if (present.isEmpty()) {
            return true;
          }
          boolean same = present.get().version().equals(record.version());
          if (same) {
            rows.remove(connection, record.key());
          }
          return same;
        });
  }

  @Override
  public RecordPage<R> list(RecordQuery query) {
    return connections.read(attempt("list", format.name()), c -> queries.page(c, query));
  }

  @Override
  public Watch watch(RecordListener<R> listener) {
    Attempt attempt = attempt("watch", format.name());
    long position = connections.read(attempt, Queries::newestChange);
    return feed.subscribe(queries, listener, attempt, position);
  }

  private Attempt attempt(String verb, String resource) {
    return Attempt.to(verb, resource, partition.region());
  }
}
