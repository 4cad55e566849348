/** What the cluster shows of how volumes are: what stands against their use, and their usage. */
@NullMarked
package dev.mooring.kubernetes.internal.health;

import org.jspecify.annotations.NullMarked;
