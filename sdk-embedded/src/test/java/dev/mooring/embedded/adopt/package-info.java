/** Adoption in a cluster that is only remembered. */
@NullMarked
package dev.mooring.embedded.adopt;

import org.jspecify.annotations.NullMarked;
