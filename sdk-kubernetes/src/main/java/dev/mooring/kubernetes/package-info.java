/**
 * The Kubernetes backend: drives are PersistentVolumeClaims, the cluster is the database. Start at
 * {@link dev.mooring.kubernetes.Kubernetes}; a platform adds volumes to its own pods with {@link
 * dev.mooring.kubernetes.KubernetesMounts}.
 */
@NullMarked
package dev.mooring.kubernetes;

import org.jspecify.annotations.NullMarked;
