/** The search for secrets. */
@NullMarked
package dev.mooring.testkit.secret;

import org.jspecify.annotations.NullMarked;
