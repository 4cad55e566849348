/** What all volumes share: kinds, names, sizes, labels, states and reasons. */
@NullMarked
package dev.mooring.volume;

import org.jspecify.annotations.NullMarked;
