/** Looks for objects of a cluster that fit nothing: one class for each kind of finding. */
@NullMarked
package dev.mooring.kubernetes.internal.audit;

import org.jspecify.annotations.NullMarked;
