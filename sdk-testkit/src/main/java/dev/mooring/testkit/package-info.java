/** What tests of platforms and backends need: a settable clock, and waiting on conditions. */
@NullMarked
package dev.mooring.testkit;

import org.jspecify.annotations.NullMarked;
