/** Tests of what people see. */
@NullMarked
package dev.mooring.cli.internal.output;

import org.jspecify.annotations.NullMarked;
