/** Waiting: one shared watch for every waiter. */
@NullMarked
package dev.mooring.internal.watch;

import org.jspecify.annotations.NullMarked;
