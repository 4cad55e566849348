package dev.mooring.internal.name;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.VolumeRecord;

/**
 * Who has a name.
 *
 * @param session the region
 * @param record the volume's record there
 * @param created whether the caller stored it just now; else it was there already, or was faster
 */
public record Stored(RegionSession session, VolumeRecord record, boolean created) {}
