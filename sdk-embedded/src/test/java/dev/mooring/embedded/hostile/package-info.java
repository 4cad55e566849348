/** Input that means harm. */
@NullMarked
package dev.mooring.embedded.hostile;

import org.jspecify.annotations.NullMarked;
