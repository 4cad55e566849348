/** A proxy between an HTTP client and its server, which breaks requests as networks do. */
@NullMarked
package dev.mooring.testkit.fault.http;

import org.jspecify.annotations.NullMarked;
