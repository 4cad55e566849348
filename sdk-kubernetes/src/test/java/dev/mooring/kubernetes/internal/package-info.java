/** Tests of the backend's settings, without a server. */
@NullMarked
package dev.mooring.kubernetes.internal;

import org.jspecify.annotations.NullMarked;
