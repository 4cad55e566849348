/** The commands on a real cluster. */
@NullMarked
package dev.mooring.cli.internal.real;

import org.jspecify.annotations.NullMarked;
