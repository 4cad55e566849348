/**
 * Tests of the Kubernetes backend; those tagged {@code real} need a cluster in {@code $KUBECONFIG}.
 */
@NullMarked
package dev.mooring.kubernetes;

import org.jspecify.annotations.NullMarked;
