package dev.mooring.testkit.contract;

import dev.mooring.spi.Remains;
import dev.mooring.testkit.fault.Interceptor;
import org.jspecify.annotations.Nullable;

/** Lets bytes be there still, whatever has become of their record, until it ends. */
final class Lingering implements Interceptor {
  static final String PLACE = "shelf 7";

  private volatile boolean lingers = true;

  void end() {
    lingers = false;
  }

  @Override
  public @Nullable Object around(Call next) throws Throwable {
    return lingers && next.name().equals("Provisioning.remains")
        ? new Remains(Remains.Fate.GOING, PLACE, "")
        : next.proceed();
  }
}
