package dev.mooring.testkit.crash;

import dev.mooring.testkit.fault.Interceptor;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Announces calls to a backend that change something. Thread-safe. */
public final class AnnouncingInterceptor implements Interceptor {
  private final Announcer announcer;
  private final Predicate<String> names;

  /**
   * Announces to a tap.
   *
   * @param names which of the calls that change something, by {@link Interceptor.Call#name()}
   */
  public AnnouncingInterceptor(Announcer announcer, Predicate<String> names) {
    this.announcer = Objects.requireNonNull(announcer, "announcer");
    this.names = Objects.requireNonNull(names, "names");
  }

  @Override
  public @Nullable Object around(Call call) throws Throwable {
    return call.mutates() && names.test(call.name())
        ? announcer.around(call.name(), call::proceed)
        : call.proceed();
  }
}
