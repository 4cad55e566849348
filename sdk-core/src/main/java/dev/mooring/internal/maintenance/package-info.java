/** Maintenance: which snapshots are due, which are kept, and one run of it all. */
@NullMarked
package dev.mooring.internal.maintenance;

import org.jspecify.annotations.NullMarked;
