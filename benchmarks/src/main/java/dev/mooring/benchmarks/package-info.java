/** Measurements, each a program; see README.md for how to repeat them. */
@NullMarked
package dev.mooring.benchmarks;

import org.jspecify.annotations.NullMarked;
