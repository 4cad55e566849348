/** The commands of regions. */
@NullMarked
package dev.mooring.cli.internal.region;

import org.jspecify.annotations.NullMarked;
