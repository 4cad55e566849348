/** JUnit extensions. */
@NullMarked
package dev.mooring.testkit.junit;

import org.jspecify.annotations.NullMarked;
