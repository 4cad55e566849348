/** Tests of the commands of the configuration. */
@NullMarked
package dev.mooring.cli.internal.config;

import org.jspecify.annotations.NullMarked;
