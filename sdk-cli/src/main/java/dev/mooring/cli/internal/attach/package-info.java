/** The commands that plan, attach and detach. */
@NullMarked
package dev.mooring.cli.internal.attach;

import org.jspecify.annotations.NullMarked;
