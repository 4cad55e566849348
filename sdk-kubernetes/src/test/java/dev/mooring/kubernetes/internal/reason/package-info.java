/** Tests of what events mean. */
@NullMarked
package dev.mooring.kubernetes.internal.reason;

import org.jspecify.annotations.NullMarked;
