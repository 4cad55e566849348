/** Tests of requests, answers and errors, without a server. */
@NullMarked
package dev.mooring.kubernetes.internal.api;

import org.jspecify.annotations.NullMarked;
