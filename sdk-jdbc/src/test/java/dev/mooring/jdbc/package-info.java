/** Tests. */
@NullMarked
package dev.mooring.jdbc;

import org.jspecify.annotations.NullMarked;
