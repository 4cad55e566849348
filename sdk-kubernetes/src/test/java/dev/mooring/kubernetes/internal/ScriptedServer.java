package dev.mooring.kubernetes.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mooring.access.Owner;
import dev.mooring.kubernetes.Kubernetes;
import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.profile.Profile;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.StorageBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** An API server that gives the answers it was told, in their order, for cases that are rare. */
final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final Deque<Scripted> script = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  private record Scripted(int code, String body) {}

  private ScriptedServer(HttpServer server) {
    this.server = server;
  }

  static ScriptedServer start() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ScriptedServer scripted = new ScriptedServer(http);
    http.createContext("/", scripted::answer);
    http.start();
    return scripted;
  }

  /** The next answer. */
  ScriptedServer then(int code, String body) {
    synchronized (script) {
      script.add(new Scripted(code, body));
    }
    return this;
  }

  /** The next answer is a Status. */
  ScriptedServer status(int code, String message) {
    return then(code, "{\"kind\":\"Status\",\"message\":\"" + message + "\"}");
  }

  /** The next answer is lost: the connection ends instead. */
  ScriptedServer lost() {
    return then(0, "");
  }

  /** The requests so far, as METHOD PATH. */
  List<String> heard() {
    synchronized (script) {
      return List.copyOf(heard);
    }
  }

  /** The bodies of the requests so far; empty for those without. */
  List<String> bodies() {
    synchronized (script) {
      return List.copyOf(bodies);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    Scripted next;
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (script) {
      bodies.add(text);
      heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
      next = script.isEmpty() ? new Scripted(404, "{\"kind\":\"Status\"}") : script.remove();
    }
    if (next.code == 0) {
      exchange.close();
      return;
    }
    byte[] body = next.body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(next.code, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** A backend of the account {@code acme} that talks to it. */
  StorageBackend connect(Path folder) throws IOException {
    return connect(folder, server.getAddress().getPort());
  }

  /** The same, which knows a driver more. */
  StorageBackend connect(Path folder, ExternalCsi driver) throws IOException {
    return connect(
        folder, server.getAddress().getPort(), List.of(), cluster -> cluster.driver(driver));
  }

  /** The same, with a profile. */
  StorageBackend connect(Path folder, Profile profile) throws IOException {
    return connect(folder, server.getAddress().getPort(), List.of(profile), cluster -> cluster);
  }

  /** A backend of the account {@code acme} that talks to a server of this machine. */
  static StorageBackend connect(Path folder, int port) throws IOException {
    return connect(folder, port, List.of(), cluster -> cluster);
  }

  private static StorageBackend connect(
      Path folder, int port, List<Profile> profiles, UnaryOperator<Kubernetes> more)
      throws IOException {
    Path kubeconfig = LocalKubeconfig.write(folder, port);
    return more.apply(Kubernetes.fromKubeconfig(kubeconfig))
        .namespace("ns")
        .connect(
            new BackendContext(
                "us-central",
                "acme",
                Owner.user("ana"),
                profiles,
                null,
                Duration.ofSeconds(5),
                Clock.systemUTC()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
