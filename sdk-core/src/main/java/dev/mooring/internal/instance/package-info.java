/** Built-in instances. */
@NullMarked
package dev.mooring.internal.instance;

import org.jspecify.annotations.NullMarked;
