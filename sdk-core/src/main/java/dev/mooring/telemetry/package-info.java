/** Hooks to observe every call that the SDK makes to a backend. */
@NullMarked
package dev.mooring.telemetry;

import org.jspecify.annotations.NullMarked;
