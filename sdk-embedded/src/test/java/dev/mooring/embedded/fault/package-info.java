/** What happens when the disk below a root folder fails: tests, and the programs that they run. */
@NullMarked
package dev.mooring.embedded.fault;

import org.jspecify.annotations.NullMarked;
