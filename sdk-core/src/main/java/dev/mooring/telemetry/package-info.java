/**
 * Hooks to observe every call that the SDK makes to a backend. The same calls are logged by the
 * logger {@code dev.mooring.calls}: each at {@code DEBUG}, and at {@code WARN} those that were
 * given up after retries. Neither holds what was sent or answered.
 */
@NullMarked
package dev.mooring.telemetry;

import org.jspecify.annotations.NullMarked;
