/** Rules of the whole code base that a compiler does not check. */
@NullMarked
package dev.mooring.rules;

import org.jspecify.annotations.NullMarked;
