/** What every call to a backend passes: logging, telemetry, validation and retry, written once. */
@NullMarked
package dev.mooring.internal.layer;

import org.jspecify.annotations.NullMarked;
