package dev.mooring.kubernetes.internal.api;

import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Small helps with streams. */
final class Streams {
  private static final int MOST = 64 * 1024;

  private Streams() {}

  /** The beginning of an answer's body; empty when it cannot be read. */
  static String text(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return new String(body.readNBytes(MOST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
