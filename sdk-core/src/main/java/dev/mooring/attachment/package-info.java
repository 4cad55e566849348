/** Attaching volumes to targets: mounts, launches and the facts that result. */
@NullMarked
package dev.mooring.attachment;

import org.jspecify.annotations.NullMarked;
