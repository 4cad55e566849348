/**
 * What all kinds of volumes share: keys, lookup, derived status, and the steps of creation and
 * deletion.
 */
@NullMarked
package dev.mooring.internal.volume;

import org.jspecify.annotations.NullMarked;
