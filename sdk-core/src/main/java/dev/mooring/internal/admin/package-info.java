/** What administrators do. */
@NullMarked
package dev.mooring.internal.admin;

import org.jspecify.annotations.NullMarked;
