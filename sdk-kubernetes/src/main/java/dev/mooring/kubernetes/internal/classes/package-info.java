/** Storage classes as administrators make and check them. */
@NullMarked
package dev.mooring.kubernetes.internal.classes;

import org.jspecify.annotations.NullMarked;
