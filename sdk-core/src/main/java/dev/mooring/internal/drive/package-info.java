/** Cloud drives. */
@NullMarked
package dev.mooring.internal.drive;

import org.jspecify.annotations.NullMarked;
