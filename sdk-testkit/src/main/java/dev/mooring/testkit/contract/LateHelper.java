package dev.mooring.testkit.contract;

import dev.mooring.spi.Provisioning;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.fault.Interceptor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Another process that read a volume while it was made, does its next step when the bytes have just
 * been taken away, and dies of it.
 */
final class LateHelper implements Interceptor {
  private final StorageBackend backend;
  private final VolumeRecord asItWas;
  private final AtomicBoolean alive = new AtomicBoolean(true);

  LateHelper(StorageBackend backend, VolumeRecord asItWas) {
    this.backend = backend;
    this.asItWas = asItWas;
  }

  @Override
  public @Nullable Object around(Call call) throws Throwable {
    Object answer = call.proceed();
    if (call.name().equals("Provisioning.destroy") && alive.getAndSet(false)) {
      backend.ability(Provisioning.class).orElseThrow().advance(asItWas);
    }
    return answer;
  }
}
