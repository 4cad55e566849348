/** The rules of requests: each check adds what it finds to a collector, so that all are told. */
@NullMarked
package dev.mooring.internal.validate;

import org.jspecify.annotations.NullMarked;
