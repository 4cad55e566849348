package dev.mooring.internal.attach;

import dev.mooring.volume.Capacity;

/**
 * A wish for scratch space.
 *
 * @param size how much
 * @param path where
 */
record ScratchAsk(Capacity size, String path) {}
