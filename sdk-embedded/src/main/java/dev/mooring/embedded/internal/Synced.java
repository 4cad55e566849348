package dev.mooring.embedded.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are whole or not there, and are still there when the power has failed. */
final class Synced {
  private Synced() {}

  /** Writes a file under a name of its own, and then gives it its name at once. */
  static void write(Path file, String text, boolean sync) throws IOException {
    Path draft = file.resolveSibling("." + UUID.randomUUID());
    boolean moved = false;
    try {
      fill(draft, text, sync);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      moved = true;
    } finally {
      if (!moved) {
        // A full disk must not fill up with drafts.
        Files.deleteIfExists(draft);
      }
    }
  }

  private static void fill(Path draft, String text, boolean sync) throws IOException {
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (sync) {
        channel.force(true);
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      // A failed write does not tell of which file.
      FileSystemException told = new FileSystemException(draft.toString(), null, e.getMessage());
      told.initCause(e);
      throw told;
    }
  }

  /** Makes the entries of a folder durable. */
  static void folder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
