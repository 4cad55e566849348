/** Built-in instances as pods. */
@NullMarked
package dev.mooring.kubernetes.internal.instance;

import org.jspecify.annotations.NullMarked;
