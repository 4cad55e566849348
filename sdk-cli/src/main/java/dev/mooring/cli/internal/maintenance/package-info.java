/** The commands of maintenance. */
@NullMarked
package dev.mooring.cli.internal.maintenance;

import org.jspecify.annotations.NullMarked;
