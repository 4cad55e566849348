/** Tests of what a client knows of its regions. */
@NullMarked
package dev.mooring.internal.region;

import org.jspecify.annotations.NullMarked;
