/** Shared filesystems: many writers. */
@NullMarked
package dev.mooring.filesystem;

import org.jspecify.annotations.NullMarked;
