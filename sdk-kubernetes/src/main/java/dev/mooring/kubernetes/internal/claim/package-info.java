/** Volumes as PersistentVolumeClaims. */
@NullMarked
package dev.mooring.kubernetes.internal.claim;

import org.jspecify.annotations.NullMarked;
