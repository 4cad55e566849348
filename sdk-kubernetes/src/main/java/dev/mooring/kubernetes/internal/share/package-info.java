/** Shares: a static PersistentVolume and its claim in another namespace. */
@NullMarked
package dev.mooring.kubernetes.internal.share;

import org.jspecify.annotations.NullMarked;
