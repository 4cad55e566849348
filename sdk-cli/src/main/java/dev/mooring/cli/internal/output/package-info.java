/** What people see: tables, plans, progress, and the terminal it goes to. */
@NullMarked
package dev.mooring.cli.internal.output;

import org.jspecify.annotations.NullMarked;
