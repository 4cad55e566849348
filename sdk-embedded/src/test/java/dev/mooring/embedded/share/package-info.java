/** Shares in other namespaces, with namespaces that are only remembered. */
@NullMarked
package dev.mooring.embedded.share;

import org.jspecify.annotations.NullMarked;
