/** Secrets that do not show themselves, and where they are found. */
@NullMarked
package dev.mooring.secret;

import org.jspecify.annotations.NullMarked;
