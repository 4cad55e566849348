/** How volumes are, made of what records, targets and backends tell. */
@NullMarked
package dev.mooring.internal.health;

import org.jspecify.annotations.NullMarked;
