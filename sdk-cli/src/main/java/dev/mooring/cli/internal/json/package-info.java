/** The shapes of JSON output, one class for each. */
@NullMarked
package dev.mooring.cli.internal.json;

import org.jspecify.annotations.NullMarked;
