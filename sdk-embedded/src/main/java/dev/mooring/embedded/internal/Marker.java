package dev.mooring.embedded.internal;

import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.VolumeSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the folder of a volume or snapshot says about itself, for people who have lost the database.
 */
final class Marker {
  private Marker() {}

  static String of(VolumeSpec spec) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("id", spec.id().value());
    texts.put("account", spec.account());
    texts.put("region", spec.region());
    texts.put("kind", spec.kind().word());
    texts.put("name", spec.name());
    return Json.write(texts);
  }

  static String of(SnapshotSpec spec) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("id", spec.id().value());
    texts.put("account", spec.account());
    texts.put("region", spec.region());
    texts.put("volume", spec.volume().toString());
    texts.put("name", spec.name());
    return Json.write(texts);
  }
}
