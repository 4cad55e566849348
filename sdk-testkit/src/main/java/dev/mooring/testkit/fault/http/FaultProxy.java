package dev.mooring.testkit.fault.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on the loopback address that passes every request on to the real server, and
 * breaks those that a rule picks. Answers are passed on as they come, so that a watch works through
 * it; requests of other protocols, such as WebSocket, do not. Credentials travel in the requests'
 * own headers. Everything is recorded. Thread-safe.
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.to(URI.create("https://cluster:6443"), tls)) {
 *   proxy.nth(2, HttpCall::mutates, HttpFault.cutAfter());
 *   …
 *   assertThat(proxy.outcomes()).…
 * }
 * }</pre>
 */
public final class FaultProxy implements AutoCloseable {
  private final InetSocketAddress entry;
  private final ExecutorService workers;
  private final Upstream upstream;
  private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
  private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
  private final List<HttpCall> faulted = new CopyOnWriteArrayList<>();
  private final List<HttpOutcome> outcomes = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private @Nullable HttpServer server;

  private FaultProxy(ExecutorService workers, Upstream upstream) {
    this.workers = workers;
    this.upstream = upstream;
    HttpServer first = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.entry = first.getAddress();
    this.server = first;
  }

  /** A proxy to a server without TLS. */
  public static FaultProxy to(URI server) {
    return start(new Upstream(server, null));
  }

  /**
   * A proxy to a server with TLS.
   *
   * @param server scheme, host and port
   * @param tls knows the server's certificate authority
   */
  public static FaultProxy to(URI server, SSLContext tls) {
    return start(new Upstream(server, Objects.requireNonNull(tls, "tls")));
  }

  private static FaultProxy start(Upstream upstream) {
    return new FaultProxy(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "fault-proxy");
              thread.setDaemon(true);
              return thread;
            }),
        upstream);
  }

  private HttpServer listen(InetSocketAddress address) {
    try {
      HttpServer http = HttpServer.create(address, 0);
      http.setExecutor(workers);
      http.createContext("/", this::handle);
      http.start();
      return http;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients find it: {@code http://127.0.0.1:PORT}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + entry.getPort());
  }

  /** Gives every request that matches a fault. Of several rules the first that takes it counts. */
  public FaultRule each(Predicate<HttpCall> which, HttpFault fault) {
    return add(new FaultRule(which, fault, 1, Integer.MAX_VALUE));
  }

  /** Gives the n-th request that matches from now on a fault, from 1. */
  public FaultRule nth(int n, Predicate<HttpCall> which, HttpFault fault) {
    return add(new FaultRule(which, fault, n, 1));
  }

  private FaultRule add(FaultRule rule) {
    rules.add(rule);
    return rule;
  }

  /** Takes a rule back; requests that it already has are not let go. */
  public void remove(FaultRule rule) {
    rules.remove(rule);
  }

  /** Forgets all rules and all that was recorded; requests under way are still recorded. */
  public void reset() {
    rules.clear();
    calls.clear();
    faulted.clear();
    outcomes.clear();
    number.set(0);
  }

  /** All requests so far, in their order. */
  public List<HttpCall> calls() {
    return List.copyOf(calls);
  }

  /** What became of the requests that have ended, in the order of their ends. */
  public List<HttpOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** The requests that got a fault, in their order. */
  public List<HttpCall> faulted() {
    return List.copyOf(faulted);
  }

  /** How many requests matched so far. */
  public long count(Predicate<HttpCall> which) {
    return calls.stream().filter(which).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    URI target = exchange.getRequestURI();
    HttpCall call;
    Optional<FaultRule> rule;
    synchronized (rules) {
      call =
          new HttpCall(
              number.incrementAndGet(),
              exchange.getRequestMethod(),
              target.getRawPath(),
              Objects.requireNonNullElse(target.getRawQuery(), ""));
      calls.add(call);
      rule = new ArrayList<>(rules).stream().filter(r -> r.takes(call)).findFirst();
      if (rule.isPresent()) {
        faulted.add(call);
      }
    }
    int status = 0;
    try (Passage passage = new Passage(exchange, upstream, call)) {
      status = rule.isPresent() ? passage.broken(rule.get().fault()) : passage.whole();
    } finally {
      outcomes.add(new HttpOutcome(call, status, rule.map(r -> r.fault().toString()).orElse("")));
    }
  }

  /** Ends all connections and refuses new ones, as a server that is away; may be repeated. */
  public synchronized void down() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
    upstream.close();
  }

  /** Takes connections again, at the same address; may be repeated. */
  public synchronized void up() {
    if (server == null) {
      server = listen(entry);
    }
  }

  /** Ends all requests and the server. */
  @Override
  public void close() {
    down();
    workers.shutdownNow();
  }
}
