/** Volumes that are there already, and volumes that are given back. */
@NullMarked
package dev.mooring.cli.internal.adopt;

import org.jspecify.annotations.NullMarked;
