/** Why claims wait, from the events of the cluster. */
@NullMarked
package dev.mooring.kubernetes.internal.reason;

import org.jspecify.annotations.NullMarked;
