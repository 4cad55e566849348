/** Finds, reads and checks the configuration. */
@NullMarked
package dev.mooring.internal.config;

import org.jspecify.annotations.NullMarked;
