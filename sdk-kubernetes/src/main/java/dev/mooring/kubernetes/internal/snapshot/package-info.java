/** Snapshots as VolumeSnapshots, and the classes that take them. */
@NullMarked
package dev.mooring.kubernetes.internal.snapshot;

import org.jspecify.annotations.NullMarked;
