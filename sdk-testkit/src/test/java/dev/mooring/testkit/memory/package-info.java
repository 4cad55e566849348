/** The smallest backend that passes the contract: what the suite itself is tested with. */
@NullMarked
package dev.mooring.testkit.memory;

import org.jspecify.annotations.NullMarked;
