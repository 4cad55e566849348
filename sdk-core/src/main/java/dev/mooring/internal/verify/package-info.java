/** Verifying snapshots: a copy is made, mounted, read, compared and taken away. */
@NullMarked
package dev.mooring.internal.verify;

import org.jspecify.annotations.NullMarked;
