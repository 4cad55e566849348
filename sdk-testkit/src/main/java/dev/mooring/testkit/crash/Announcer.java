package dev.mooring.testkit.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells a {@link SocketTap} of another process what this one is about to change, and what it has
 * changed, and waits each time until it may go on. Thread-safe.
 */
public final class Announcer {
  private final int port;

  /** Something that changes something. */
  @FunctionalInterface
  public interface Change {
    /**
     * Does it.
     *
     * @throws Throwable what goes wrong
     */
    @Nullable Object make() throws Throwable;
  }

  /**
   * Announces to a tap.
   *
   * @param port the tap's port on the loopback address
   */
  public Announcer(int port) {
    this.port = port;
  }

  /**
   * Makes a change between two announcements; the second comes also when it fails.
   *
   * @param name the change in words, one line
   * @throws Throwable what the change throws
   * @throws UncheckedIOException when the tap is gone or does not let it go on
   */
  public @Nullable Object around(String name, Change change) throws Throwable {
    try (Socket tap = new Socket(InetAddress.getLoopbackAddress(), port)) {
      announce(tap, Objects.requireNonNull(name, "name"));
      try {
        return change.make();
      } finally {
        announce(tap, "done");
      }
    }
  }

  private static void announce(Socket tap, String line) {
    try {
      tap.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      InputStream in = tap.getInputStream();
      if (in.read() < 0) {
        throw new IOException("the tap does not let it go on: " + line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
