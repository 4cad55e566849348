/** What all commands share: their context, how they run, how they fail. */
@NullMarked
package dev.mooring.cli.internal;

import org.jspecify.annotations.NullMarked;
