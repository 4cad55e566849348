/** Who owns and who acts. */
@NullMarked
package dev.mooring.access;

import org.jspecify.annotations.NullMarked;
