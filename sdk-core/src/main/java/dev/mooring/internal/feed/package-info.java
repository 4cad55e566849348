/** Following volumes: what they are now, what was told of them, and what differs. */
@NullMarked
package dev.mooring.internal.feed;

import org.jspecify.annotations.NullMarked;
