/** The command that audits. */
@NullMarked
package dev.mooring.cli.internal.audit;

import org.jspecify.annotations.NullMarked;
