package dev.mooring.testkit.contract;

import dev.mooring.testkit.fault.Interceptor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a backend do nothing more of one step until it is released: as if it were at work. */
final class Hold implements Interceptor {
  private final String call;
  private volatile boolean held = true;

  private Hold(String call) {
    this.call = call;
  }

  /** Holds a step that answers with an optional. */
  static Hold on(String call) {
    return new Hold(call);
  }

  void release() {
    held = false;
  }

  @Override
  public @Nullable Object around(Call next) throws Throwable {
    return held && next.name().equals(call) ? Optional.empty() : next.proceed();
  }
}
