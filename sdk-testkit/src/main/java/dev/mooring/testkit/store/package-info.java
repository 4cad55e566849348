/** The contract that every {@link dev.mooring.spi.RecordStore} passes. */
@NullMarked
package dev.mooring.testkit.store;

import org.jspecify.annotations.NullMarked;
