/** Tests of names, labels and versions. */
@NullMarked
package dev.mooring.kubernetes.internal.record;

import org.jspecify.annotations.NullMarked;
