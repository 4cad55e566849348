package dev.mooring.testkit.history;

import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.fault.Interceptor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Breaks claims and nothing else: who swaps a new claim into a volume's record overwrites whatever
 * claim is there.
 */
final class LastWriterWins implements Interceptor {
  @Override
  public @Nullable Object around(Call call) throws Throwable {
    if (!call.name().equals("volumes.swap")
        || !(call.argument() instanceof VolumeRecord wanted)
        || wanted.holder().isEmpty()
        || !(call.receiver() instanceof RecordStore<?> volumes)) {
      return call.proceed();
    }
    while (true) {
      Optional<?> current = volumes.get(wanted.key());
      if (current.isEmpty() || !(current.get() instanceof VolumeRecord there)) {
        return Optional.empty();
      }
      Object answer = call.proceed(there.withClaim(wanted.holder().get()));
      if (!Optional.empty().equals(answer)) {
        return answer;
      }
    }
  }
}
