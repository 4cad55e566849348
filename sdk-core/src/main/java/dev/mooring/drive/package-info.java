/** Cloud drives: block volumes with one writer. */
@NullMarked
package dev.mooring.drive;

import org.jspecify.annotations.NullMarked;
