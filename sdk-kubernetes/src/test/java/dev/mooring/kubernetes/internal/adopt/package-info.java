/** Tests of what can be adopted. */
@NullMarked
package dev.mooring.kubernetes.internal.adopt;

import org.jspecify.annotations.NullMarked;
