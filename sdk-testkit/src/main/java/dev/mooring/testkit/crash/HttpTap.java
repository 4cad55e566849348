package dev.mooring.testkit.crash;

import dev.mooring.testkit.fault.Gate;
import dev.mooring.testkit.fault.http.FaultProxy;
import dev.mooring.testkit.fault.http.HttpCall;
import dev.mooring.testkit.fault.http.HttpFault;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees each request that changes something, on its way through a proxy. */
public final class HttpTap implements Tap {
  /** The collection in a path of an API server. */
  private static final Pattern COLLECTION =
      Pattern.compile("/apis?/(?:[^/]+/)?v[^/]+/(?:namespaces/[^/]+/)?([^/]+).*");

  private final FaultProxy proxy;

  /**
   * A tap on a proxy, which it closes.
   *
   * @param proxy what the other process talks to
   */
  public HttpTap(FaultProxy proxy) {
    this.proxy = Objects.requireNonNull(proxy, "proxy");
  }

  @Override
  public void reset() {
    proxy.reset();
  }

  /** For example {@code PATCH persistentvolumeclaims}. */
  @Override
  public List<String> seen() {
    return proxy.calls().stream().filter(HttpCall::mutates).map(HttpTap::words).toList();
  }

  static String words(HttpCall call) {
    Matcher path = COLLECTION.matcher(call.path());
    return call.method() + " " + (path.matches() ? path.group(1) : call.path());
  }

  @Override
  public void hold(int n, Gate gate) {
    proxy.nth(n, HttpCall::mutates, HttpFault.pause(gate));
  }

  @Override
  public void close() {
    proxy.close();
  }
}
