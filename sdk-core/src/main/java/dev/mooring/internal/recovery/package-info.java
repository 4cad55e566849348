/** Recovery of what died clients left half done. */
@NullMarked
package dev.mooring.internal.recovery;

import org.jspecify.annotations.NullMarked;
