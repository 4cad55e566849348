package dev.mooring.testkit.contract;

import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A backend that refuses for good to let volumes grow, each attempt later than those before. */
final class RefusedGrowth implements Interceptor {
  private final String words;
  private final AtomicInteger attempts = new AtomicInteger();

  RefusedGrowth(String words) {
    this.words = words;
  }

  @Override
  public @Nullable Object around(Call call) throws Throwable {
    if (!call.name().equals("Resizing.grow") || !(call.argument() instanceof VolumeRecord record)) {
      return call.proceed();
    }
    if (record.provisioned().permanent()) {
      return Optional.empty();
    }
    Instant since = record.createdAt().plusSeconds(attempts.incrementAndGet());
    StatusReason why = new StatusReason(Reason.BAD_PARAMETERS, words, since);
    return Optional.of(record.withProvisioned(record.provisioned().because(why, true)));
  }
}
