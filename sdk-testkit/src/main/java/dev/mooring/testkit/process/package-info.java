/** Other processes, for tests of what several of them do at once and of what survives a kill. */
@NullMarked
package dev.mooring.testkit.process;

import org.jspecify.annotations.NullMarked;
