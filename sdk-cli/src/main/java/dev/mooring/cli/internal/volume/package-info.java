/** The commands of volumes that have a size: drives and filesystems. */
@NullMarked
package dev.mooring.cli.internal.volume;

import org.jspecify.annotations.NullMarked;
