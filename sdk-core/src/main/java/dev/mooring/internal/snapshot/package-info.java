/** Snapshots: taken, found, deleted; and what volumes are made from. */
@NullMarked
package dev.mooring.internal.snapshot;

import org.jspecify.annotations.NullMarked;
