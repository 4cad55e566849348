/** Who is there, and who mounts what. */
@NullMarked
package dev.mooring.kubernetes.internal.attach;

import org.jspecify.annotations.NullMarked;
