package dev.mooring.embedded.internal;

import dev.mooring.spi.VolumeSpec;

/**
 * What a volume's folder says about itself.
 *
 * @param id the volume's id
 * @param account its account
 * @param region its region
 * @param kind its kind
 * @param name its name
 */
record Marker(String id, String account, String region, String kind, String name) {
  static Marker of(VolumeSpec spec) {
    return new Marker(
        spec.id().value(), spec.account(), spec.region(), spec.kind().word(), spec.name());
  }

  String json() {
    return Json.write(this);
  }
}
