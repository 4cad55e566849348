/** What the cluster shows of a volume, for people. */
@NullMarked
package dev.mooring.kubernetes.internal.describe;

import org.jspecify.annotations.NullMarked;
