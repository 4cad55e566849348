/** Shares of filesystems in other namespaces. */
@NullMarked
package dev.mooring.cli.internal.share;

import org.jspecify.annotations.NullMarked;
