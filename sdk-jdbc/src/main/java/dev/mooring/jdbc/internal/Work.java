package dev.mooring.jdbc.internal;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Statements on one connection.
 *
 * @param <T> what they answer
 */
@FunctionalInterface
public interface Work<T> {
  /** Runs them. */
  T on(Connection connection) throws SQLException;
}
