/** The commands on the embedded backend, as users run them. */
@NullMarked
package dev.mooring.cli.internal.embedded;

import org.jspecify.annotations.NullMarked;
