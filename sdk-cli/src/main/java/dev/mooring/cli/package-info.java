/** The command line {@code mooring}, over the public API only. */
@NullMarked
package dev.mooring.cli;

import org.jspecify.annotations.NullMarked;
