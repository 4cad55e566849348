/** Prices. */
@NullMarked
package dev.mooring.internal.cost;

import org.jspecify.annotations.NullMarked;
