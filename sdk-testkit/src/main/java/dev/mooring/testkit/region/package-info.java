/** Accounts of two regions: names are unique over both, whatever dies, comes late or is away. */
@NullMarked
package dev.mooring.testkit.region;

import org.jspecify.annotations.NullMarked;
