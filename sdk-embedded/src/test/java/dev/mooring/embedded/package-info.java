/** Tests. */
@NullMarked
package dev.mooring.embedded;

import org.jspecify.annotations.NullMarked;
