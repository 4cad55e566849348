/** Looks for what fits nothing: one class for each kind of finding that records alone can tell. */
@NullMarked
package dev.mooring.internal.audit;

import org.jspecify.annotations.NullMarked;
