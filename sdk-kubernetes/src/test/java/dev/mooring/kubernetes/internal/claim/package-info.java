/** Tests of volumes as claims. */
@NullMarked
package dev.mooring.kubernetes.internal.claim;

import org.jspecify.annotations.NullMarked;
