/** What the tests put in place of a backend. */
@NullMarked
package dev.mooring.cli.internal.fake;

import org.jspecify.annotations.NullMarked;
