/** The connected backend. Not for users: may change at any time. */
@NullMarked
package dev.mooring.kubernetes.internal;

import org.jspecify.annotations.NullMarked;
