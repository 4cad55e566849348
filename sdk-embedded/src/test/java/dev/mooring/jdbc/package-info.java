/** Beside the database's own package: opens it with somebody around its statements. */
@NullMarked
package dev.mooring.jdbc;

import org.jspecify.annotations.NullMarked;
