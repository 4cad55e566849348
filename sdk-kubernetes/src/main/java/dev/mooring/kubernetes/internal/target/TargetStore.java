package dev.mooring.kubernetes.internal.target;

import dev.mooring.kubernetes.internal.record.MapFormat;
import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.TargetRecord;
import io.fabric8.kubernetes.api.model.ConfigMap;

/** The records of targets: ConfigMaps of one namespace. */
public final class TargetStore extends ObjectRecords<ConfigMap, TargetRecord> {
  /** The store of a place. */
  public TargetStore(Place place) {
    super(
        place,
        new MapFormat<>(
            place,
            "target",
            new MapFormat.Codec<>(
                RecordCodec::write, RecordCodec::readTarget, TargetRecord::stored),
            record -> record.target().toString()));
  }
}
