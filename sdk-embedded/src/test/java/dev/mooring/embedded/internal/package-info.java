/** Tests. */
@NullMarked
package dev.mooring.embedded.internal;

import org.jspecify.annotations.NullMarked;
