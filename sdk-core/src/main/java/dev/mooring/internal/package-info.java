/** Not for users: may change at any time. */
@NullMarked
package dev.mooring.internal;

import org.jspecify.annotations.NullMarked;
