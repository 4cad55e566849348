/** The commands of operations. */
@NullMarked
package dev.mooring.cli.internal.operation;

import org.jspecify.annotations.NullMarked;
