/** Accounts that share a store: what one of them has, another can neither see nor change. */
@NullMarked
package dev.mooring.testkit.tenant;

import org.jspecify.annotations.NullMarked;
