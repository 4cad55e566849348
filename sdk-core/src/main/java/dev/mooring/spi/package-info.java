/**
 * What a backend implements: a record store and abilities. Users of the SDK do not need this
 * package.
 */
@NullMarked
package dev.mooring.spi;

import org.jspecify.annotations.NullMarked;
