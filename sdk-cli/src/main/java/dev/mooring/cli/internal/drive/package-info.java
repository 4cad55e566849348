/** The commands of drives. */
@NullMarked
package dev.mooring.cli.internal.drive;

import org.jspecify.annotations.NullMarked;
