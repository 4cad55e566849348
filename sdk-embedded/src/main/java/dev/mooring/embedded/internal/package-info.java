/** How the embedded backend works; not API. */
@NullMarked
package dev.mooring.embedded.internal;

import org.jspecify.annotations.NullMarked;
