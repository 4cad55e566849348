package dev.mooring.embedded.internal;

import dev.mooring.spi.TargetMount;
import dev.mooring.volume.MountPath;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A volume that an instance mounts: written before the link appears, removed after it is gone.
 *
 * @param path where it appears
 * @param readOnly whether it is meant to be read only
 * @param token the life of the target that mounted it
 */
record MountFile(MountPath path, boolean readOnly, String token) {
  static MountFile of(TargetMount mount, String token) {
    return new MountFile(mount.path(), mount.readOnly(), token);
  }

  String json() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("path", path.value());
    texts.put("readOnly", Boolean.toString(readOnly));
    texts.put("token", token);
    return Json.write(texts);
  }

  static MountFile read(String json) throws IOException {
    Json.Texts texts = Json.read(json);
    try {
      return new MountFile(
          new MountPath(texts.get("path")),
          Boolean.parseBoolean(texts.get("readOnly")),
          texts.get("token"));
    } catch (IllegalArgumentException e) {
      throw new IOException("'path' is no mount path", e);
    }
  }
}
