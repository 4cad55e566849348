/** Claims and data that others made, as volumes. */
@NullMarked
package dev.mooring.kubernetes.internal.adopt;

import org.jspecify.annotations.NullMarked;
