/** Snapshots: what a volume held at one moment, kept to begin new volumes with. */
@NullMarked
package dev.mooring.snapshot;

import org.jspecify.annotations.NullMarked;
