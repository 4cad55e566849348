package dev.mooring.embedded.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads a command's output to its end, and keeps the first MiB. */
final class CappedOutput {
  private static final int MOST = 1 << 20;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread reader;

  private CappedOutput(InputStream source) {
    reader = new Thread(() -> read(source), "mooring-output");
    reader.setDaemon(true);
  }

  static CappedOutput of(InputStream source) {
    CappedOutput output = new CappedOutput(source);
    output.reader.start();
    return output;
  }

  private void read(InputStream source) {
    byte[] buffer = new byte[8192];
    try (source) {
      for (int n = source.read(buffer); n >= 0; n = source.read(buffer)) {
        synchronized (kept) {
          kept.write(buffer, 0, Math.min(n, MOST - kept.size()));
        }
      }
    } catch (IOException e) {
      // The command was killed: what it said until then is kept.
      return;
    }
  }

  /** What was said, once the end is reached or the patience is over. */
  String text(Duration patience) throws InterruptedException {
    reader.join(patience.toMillis());
    synchronized (kept) {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
