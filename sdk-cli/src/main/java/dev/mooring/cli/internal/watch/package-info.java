/** The command that follows volumes. */
@NullMarked
package dev.mooring.cli.internal.watch;

import org.jspecify.annotations.NullMarked;
