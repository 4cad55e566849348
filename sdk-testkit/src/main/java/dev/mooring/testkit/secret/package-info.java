/** Secrets that are marked, and the search for them in everything that was written. */
@NullMarked
package dev.mooring.testkit.secret;

import org.jspecify.annotations.NullMarked;
