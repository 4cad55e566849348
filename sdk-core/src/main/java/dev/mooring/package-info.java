/**
 * Persistent storage for the users of your platform.
 *
 * <p>{@link dev.mooring.StorageClient} is the one entry: connect, then go on by noun and verb.
 */
@NullMarked
package dev.mooring;

import org.jspecify.annotations.NullMarked;
