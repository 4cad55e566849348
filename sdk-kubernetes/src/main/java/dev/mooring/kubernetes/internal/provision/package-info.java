/** Storage classes, access modes and whether a profile can be had. */
@NullMarked
package dev.mooring.kubernetes.internal.provision;

import org.jspecify.annotations.NullMarked;
