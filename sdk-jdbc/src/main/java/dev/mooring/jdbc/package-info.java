/**
 * Records in a database that several processes share: SQLite. Open a {@link
 * dev.mooring.jdbc.Database} and take its stores.
 */
@NullMarked
package dev.mooring.jdbc;

import org.jspecify.annotations.NullMarked;
