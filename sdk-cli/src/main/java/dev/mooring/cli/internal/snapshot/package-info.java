/** The commands of snapshots. */
@NullMarked
package dev.mooring.cli.internal.snapshot;

import org.jspecify.annotations.NullMarked;
