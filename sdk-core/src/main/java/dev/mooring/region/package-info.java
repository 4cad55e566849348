/** Regions: the named places where volumes live. */
@NullMarked
package dev.mooring.region;

import org.jspecify.annotations.NullMarked;
