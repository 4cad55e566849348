/** Tests of storage classes as administrators make them. */
@NullMarked
package dev.mooring.kubernetes.internal.classes;

import org.jspecify.annotations.NullMarked;
