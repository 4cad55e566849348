package dev.mooring.testkit.region;

import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.testkit.fault.Interceptor;
import org.jspecify.annotations.Nullable;

/** A region that cannot be reached, for as long as a test says so. Thread-safe. */
final class Away implements Interceptor {
  private volatile boolean away;

  void away(boolean now) {
    away = now;
  }

  @Override
  public @Nullable Object around(Call call) throws Throwable {
    if (away && !call.name().equals("backend.now") && !call.name().equals("backend.capabilities")) {
      throw new UnavailableException(
          Problem.tried("call").on(call.name()).because("the region is away, says the test"));
    }
    return call.proceed();
  }
}
