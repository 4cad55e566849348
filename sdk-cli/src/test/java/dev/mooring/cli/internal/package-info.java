/** Tests of the command line. */
@NullMarked
package dev.mooring.cli.internal;

import org.jspecify.annotations.NullMarked;
