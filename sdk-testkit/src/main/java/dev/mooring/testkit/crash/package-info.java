/**
 * Kills processes at each of their changes and breaks each call to a backend, and looks what is
 * left.
 */
@NullMarked
package dev.mooring.testkit.crash;

import org.jspecify.annotations.NullMarked;
