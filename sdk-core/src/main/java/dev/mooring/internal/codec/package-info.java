/** Records as JSON. */
@NullMarked
package dev.mooring.internal.codec;

import org.jspecify.annotations.NullMarked;
