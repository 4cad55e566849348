/** Tests of what is known of each CSI driver. */
@NullMarked
package dev.mooring.kubernetes.internal.driver;

import org.jspecify.annotations.NullMarked;
