/**
 * CSI drivers for administrators: a class for each driver that Mooring knows, which describes a
 * storage class of it, and {@link dev.mooring.kubernetes.csi.ExternalCsi}, which describes a driver
 * that it does not know.
 */
@NullMarked
package dev.mooring.kubernetes.csi;

import org.jspecify.annotations.NullMarked;
