/** The commands of administrators. */
@NullMarked
package dev.mooring.cli.internal.admin;

import org.jspecify.annotations.NullMarked;
