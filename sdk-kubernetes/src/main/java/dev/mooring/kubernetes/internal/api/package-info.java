/** Requests to the API server, their answers and their errors. */
@NullMarked
package dev.mooring.kubernetes.internal.api;

import org.jspecify.annotations.NullMarked;
