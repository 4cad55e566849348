@NullMarked
package dev.mooring.internal.watch;

import org.jspecify.annotations.NullMarked;
