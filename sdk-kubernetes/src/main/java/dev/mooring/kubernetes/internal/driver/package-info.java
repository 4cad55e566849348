/** What the SDK knows of each CSI driver: one class per driver. */
@NullMarked
package dev.mooring.kubernetes.internal.driver;

import org.jspecify.annotations.NullMarked;
