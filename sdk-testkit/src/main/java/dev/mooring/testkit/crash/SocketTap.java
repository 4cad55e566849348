package dev.mooring.testkit.crash;

import dev.mooring.testkit.fault.Gate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hears of each change from the process itself, which {@linkplain Announcer announces} it and waits
 * for leave: for changes that no proxy can see, such as those of files and of a database in a file.
 */
public final class SocketTap implements Tap {
  private final ServerSocket entry;
  private final Predicate<String> lasting;
  private final List<String> seen = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();

  private record Held(int number, Gate gate) {}

  private SocketTap(ServerSocket entry, Predicate<String> lasting) {
    this.entry = entry;
    this.lasting = lasting;
  }

  @Override
  public boolean lasts(String change) {
    return lasting.test(change);
  }

  /** A tap that listens on the loopback address; every change lasts. */
  public static SocketTap open() {
    return open(change -> true);
  }

  /**
   * A tap that listens on the loopback address.
   *
   * @param lasting which changes last once they are made, by their words
   */
  public static SocketTap open(Predicate<String> lasting) {
    try {
      SocketTap tap =
          new SocketTap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), lasting);
      start(tap::accept);
      return tap;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port where processes announce their changes. */
  public int port() {
    return entry.getLocalPort();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "crash-tap");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (true) {
      try {
        Socket process = entry.accept();
        start(() -> serve(process));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  /** One change of a process: its name, its beginning, its end. */
  private void serve(Socket process) {
    try (process;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String name = in.readLine();
      if (name == null) {
        return;
      }
      int number = note(name);
      if (!mayGoOn(number, false)) {
        return;
      }
      leave(process);
      if (in.readLine() != null && mayGoOn(number, true)) {
        leave(process);
      }
    } catch (IOException e) {
      return; // the process was killed
    }
  }

  private synchronized int note(String name) {
    seen.add(name);
    return seen.size();
  }

  private boolean mayGoOn(int number, boolean after) {
    Optional<Gate> gate = gate(number, after);
    return gate.isEmpty() || gate.get().hold();
  }

  private synchronized Optional<Gate> gate(int number, boolean after) {
    return held.stream()
        .filter(h -> h.number() == number && h.gate().isAfterEffect() == after)
        .map(Held::gate)
        .findFirst();
  }

  private static void leave(Socket process) throws IOException {
    OutputStream out = process.getOutputStream();
    out.write('\n');
    out.flush();
  }

  @Override
  public synchronized void reset() {
    seen.clear();
    held.clear();
  }

  @Override
  public synchronized List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public synchronized void hold(int n, Gate gate) {
    held.add(new Held(seen.size() + n, gate));
  }

  @Override
  public synchronized void close() {
    held.forEach(h -> h.gate().pass());
    try {
      entry.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
