/** Drives and filesystems: what both kinds of volumes do, done once. */
@NullMarked
package dev.mooring.internal.sized;

import org.jspecify.annotations.NullMarked;
