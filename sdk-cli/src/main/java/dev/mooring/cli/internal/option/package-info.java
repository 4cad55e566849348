/** Options and arguments that several commands share, and how their values are read. */
@NullMarked
package dev.mooring.cli.internal.option;

import org.jspecify.annotations.NullMarked;
