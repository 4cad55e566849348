/** Volumes that are there already: registered without owning their data. */
@NullMarked
package dev.mooring.adoption;

import org.jspecify.annotations.NullMarked;
