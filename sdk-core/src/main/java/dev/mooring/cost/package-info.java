/** Money, price books, billing policies and estimates. */
@NullMarked
package dev.mooring.cost;

import org.jspecify.annotations.NullMarked;
