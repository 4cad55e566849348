/** Targets as ConfigMaps. */
@NullMarked
package dev.mooring.kubernetes.internal.target;

import org.jspecify.annotations.NullMarked;
