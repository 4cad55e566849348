/** Records as objects of the cluster: names, labels, versions, lists and watches. */
@NullMarked
package dev.mooring.kubernetes.internal.record;

import org.jspecify.annotations.NullMarked;
