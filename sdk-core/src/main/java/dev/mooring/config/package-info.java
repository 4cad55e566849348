/** The configuration: one file, or the same in Java. */
@NullMarked
package dev.mooring.config;

import org.jspecify.annotations.NullMarked;
