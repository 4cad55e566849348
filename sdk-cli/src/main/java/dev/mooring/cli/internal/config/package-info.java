/** The commands of the configuration and the program itself. */
@NullMarked
package dev.mooring.cli.internal.config;

import org.jspecify.annotations.NullMarked;
