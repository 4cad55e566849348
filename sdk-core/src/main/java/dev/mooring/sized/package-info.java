/** What drives and filesystems have in common: volumes with a size, which are mounted. */
@NullMarked
package dev.mooring.sized;

import org.jspecify.annotations.NullMarked;
