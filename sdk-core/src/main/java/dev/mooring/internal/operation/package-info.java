/** Operations over records. */
@NullMarked
package dev.mooring.internal.operation;

import org.jspecify.annotations.NullMarked;
