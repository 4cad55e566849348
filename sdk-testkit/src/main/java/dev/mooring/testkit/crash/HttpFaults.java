package dev.mooring.testkit.crash;

import dev.mooring.testkit.fault.http.FaultProxy;
import dev.mooring.testkit.fault.http.FaultRule;
import dev.mooring.testkit.fault.http.HttpCall;
import dev.mooring.testkit.fault.http.HttpFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Breaks requests on their way through a proxy. */
public final class HttpFaults implements FaultLayer {
  private static final List<HttpFault> ALL =
      List.of(
          HttpFault.cutBefore(),
          HttpFault.cutAfter(),
          HttpFault.refuse(500),
          HttpFault.lie(500),
          HttpFault.refuse(409),
          HttpFault.lie(409),
          HttpFault.refuse(503),
          HttpFault.refuse(429).retryAfter(Duration.ofSeconds(1)),
          HttpFault.refuse(410),
          HttpFault.delay(Duration.ofMillis(300)));

  private final FaultProxy proxy;
  private final Map<String, HttpFault> byName;

  /**
   * A layer on a proxy, which it closes.
   *
   * @param proxy what the client talks to
   */
  public HttpFaults(FaultProxy proxy) {
    this.proxy = Objects.requireNonNull(proxy, "proxy");
    this.byName = ALL.stream().collect(Collectors.toMap(HttpFault::toString, fault -> fault));
  }

  @Override
  public void reset() {
    proxy.reset();
  }

  @Override
  public List<FaultPoint> calls() {
    return proxy.calls().stream().map(HttpFaults::point).toList();
  }

  private static FaultPoint point(HttpCall call) {
    return new FaultPoint(HttpTap.words(call), call.mutates());
  }

  @Override
  public List<Fault> faults(FaultPoint point) {
    return ALL.stream().map(fault -> new Fault(fault.toString(), hides(fault))).toList();
  }

  /** Of a refusal with 409, 410, 429 or 503 the client knows that nothing happened. */
  private static boolean hides(HttpFault fault) {
    return fault.reply() == HttpFault.Reply.CUT || fault.status() == 500;
  }

  @Override
  public void inject(int n, Fault fault) {
    HttpFault chosen = Objects.requireNonNull(byName.get(fault.name()), fault.name());
    FaultRule unused = proxy.nth(1, call -> call.number() == n, chosen);
  }

  @Override
  public List<FaultPoint> broken() {
    return proxy.faulted().stream().map(HttpFaults::point).toList();
  }

  @Override
  public void close() {
    proxy.close();
  }
}
