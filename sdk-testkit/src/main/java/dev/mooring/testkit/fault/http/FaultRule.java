package dev.mooring.testkit.fault.http;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which requests get a fault, and how many have. Thread-safe. */
public final class FaultRule {
  private final Predicate<HttpCall> which;
  private final HttpFault fault;
  private final int first;
  private final int most;
  private final AtomicInteger matched = new AtomicInteger();
  private final AtomicInteger hits = new AtomicInteger();

  FaultRule(Predicate<HttpCall> which, HttpFault fault, int first, int most) {
    this.which = Objects.requireNonNull(which, "which");
    this.fault = Objects.requireNonNull(fault, "fault");
    this.first = first;
    this.most = most;
  }

  /** The fault. */
  public HttpFault fault() {
    return fault;
  }

  /** How many requests got it. */
  public int hits() {
    return hits.get();
  }

  /** Whether this request gets it; counts. */
  boolean takes(HttpCall call) {
    if (!which.test(call)) {
      return false;
    }
    int number = matched.incrementAndGet();
    boolean hit = number >= first && number - first < most;
    if (hit) {
      hits.incrementAndGet();
    }
    return hit;
  }
}
