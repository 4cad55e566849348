/** Tests of following volumes. */
@NullMarked
package dev.mooring.internal.feed;

import org.jspecify.annotations.NullMarked;
