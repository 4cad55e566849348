/** Stands between the SDK and a backend, to hold, break or record its calls. */
@NullMarked
package dev.mooring.testkit.fault;

import org.jspecify.annotations.NullMarked;
