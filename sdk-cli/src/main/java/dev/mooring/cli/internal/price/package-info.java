/** The commands of prices and profiles. */
@NullMarked
package dev.mooring.cli.internal.price;

import org.jspecify.annotations.NullMarked;
