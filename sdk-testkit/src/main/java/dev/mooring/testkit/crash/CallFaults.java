package dev.mooring.testkit.crash;

import dev.mooring.error.ConflictException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.testkit.fault.Interceptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Breaks calls to a backend's stores and abilities, for backends that no proxy can stand before.
 */
public final class CallFaults implements FaultLayer, Interceptor {
  private static final Fault UNAVAILABLE = new Fault("unavailable", false);
  private static final Fault LOST = new Fault("answer lost", true);
  private static final Fault UNKNOWN = new Fault("unknown without effect", true);
  private static final Fault RACED = new Fault("somebody was faster", false);
  private static final Fault RACED_ITSELF = new Fault("faster was an own lost try", false);
  private static final Fault CONFLICT = new Fault("conflict", false);
  private static final Fault DELAY = new Fault("delay", false);

  /** What asks nobody. */
  private static final Set<String> LOCAL =
      Set.of("backend.now", "backend.capabilities", "Attaching.launchGrace");

  private final List<FaultPoint> calls = new ArrayList<>();
  private final Map<Integer, Fault> chosen = new HashMap<>();
  private final List<FaultPoint> broken = new ArrayList<>();

  /** Breaks nothing yet. */
  public CallFaults() {}

  @Override
  public synchronized void reset() {
    calls.clear();
    chosen.clear();
    broken.clear();
  }

  @Override
  public synchronized List<FaultPoint> calls() {
    return List.copyOf(calls);
  }

  @Override
  public List<Fault> faults(FaultPoint point) {
    if (!point.mutates()) {
      return List.of(UNAVAILABLE, CONFLICT, DELAY);
    }
    return point.name().endsWith(".swap") || point.name().endsWith("s.delete")
        ? List.of(UNAVAILABLE, LOST, UNKNOWN, RACED, RACED_ITSELF, DELAY)
        : List.of(UNAVAILABLE, LOST, UNKNOWN, CONFLICT, DELAY);
  }

  @Override
  public synchronized void inject(int n, Fault fault) {
    chosen.put(n, fault);
  }

  @Override
  public synchronized List<FaultPoint> broken() {
    return List.copyOf(broken);
  }

  private synchronized @Nullable Fault fault(Call call) {
    FaultPoint point = new FaultPoint(call.name(), call.mutates());
    calls.add(point);
    Fault fault = chosen.get(calls.size());
    if (fault == null || !faults(point).contains(fault)) {
      return null;
    }
    broken.add(point);
    return fault;
  }

  @Override
  public @Nullable Object around(Call call) throws Throwable {
    Fault fault = LOCAL.contains(call.name()) ? null : fault(call);
    if (fault == null) {
      return call.proceed();
    }
    Problem problem =
        Problem.tried("reach").on(call.name()).because("injected: " + fault.name()).hint("repeat");
    if (fault.equals(DELAY)) {
      TimeUnit.MILLISECONDS.sleep(20);
      return call.proceed();
    }
    if (fault.equals(LOST) || fault.equals(RACED_ITSELF)) {
      Object unused = call.proceed();
    }
    if (fault.hidesEffect()) {
      throw new OutcomeUnknownException(problem);
    }
    if (fault.equals(RACED) || fault.equals(RACED_ITSELF)) {
      return call.name().endsWith(".swap") ? Optional.empty() : (Object) false;
    }
    throw fault.equals(CONFLICT)
        ? new ConflictException(problem)
        : new UnavailableException(problem);
  }

  /** Nothing is open. */
  @Override
  public void close() {}
}
