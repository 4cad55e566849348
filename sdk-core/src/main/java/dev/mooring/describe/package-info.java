/** Why a volume is as it is: what its backend shows of it, gathered in one value. */
@NullMarked
package dev.mooring.describe;

import org.jspecify.annotations.NullMarked;
