/** Tests of how options are read. */
@NullMarked
package dev.mooring.cli.internal.option;

import org.jspecify.annotations.NullMarked;
