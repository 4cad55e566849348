/** Tests of the shapes of JSON output. */
@NullMarked
package dev.mooring.cli.internal.json;

import org.jspecify.annotations.NullMarked;
