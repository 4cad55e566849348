package dev.mooring.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A network cable to the API server, which can be pulled out and put back. */
final class Cable implements AutoCloseable {
  private final ServerSocket entry;
  private final URI server;
  private final List<Socket> ends = new ArrayList<>();
  private boolean pulled;
  private boolean closed;

  private Cable(ServerSocket entry, URI server) {
    this.entry = entry;
    this.server = server;
  }

  static Cable to(String server) {
    try {
      Cable cable =
          new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), URI.create(server));
      cable.start(cable::accept);
      return cable;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address that leads to the server through the cable. */
  String address() {
    return server.getScheme() + "://127.0.0.1:" + entry.getLocalPort();
  }

  /** Ends all connections, and every new one at once. */
  synchronized void pull() {
    pulled = true;
    for (Socket end : ends) {
      end(end);
    }
    ends.clear();
  }

  /** Lets connections through again. */
  synchronized void plug() {
    pulled = false;
  }

  private void accept() {
    while (true) {
      try {
        Socket client = entry.accept();
        Socket remote = new Socket(server.getHost(), server.getPort());
        if (keep(client, remote)) {
          start(() -> copy(client, remote));
          start(() -> copy(remote, client));
        }
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private synchronized boolean keep(Socket client, Socket remote) {
    if (pulled || closed) {
      end(client);
      end(remote);
      return false;
    }
    ends.add(client);
    ends.add(remote);
    return true;
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // The other side is gone; so is this one.
    } finally {
      end(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public synchronized void close() {
    closed = true;
    pull();
    try {
      entry.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
