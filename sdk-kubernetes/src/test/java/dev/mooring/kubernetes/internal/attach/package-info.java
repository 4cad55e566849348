/** Tests of pods and their volumes. */
@NullMarked
package dev.mooring.kubernetes.internal.attach;

import org.jspecify.annotations.NullMarked;
