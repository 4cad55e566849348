/** Connected regions. */
@NullMarked
package dev.mooring.internal.region;

import org.jspecify.annotations.NullMarked;
