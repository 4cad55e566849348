/** Tests. */
@NullMarked
package dev.mooring.jdbc.internal;

import org.jspecify.annotations.NullMarked;
