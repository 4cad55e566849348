package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.testkit.fault.InterceptedBackend;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Owners of an account")
class OwnersTest {
  private final AtomicInteger watches = new AtomicInteger();

  @AutoClose
  private final StorageClient storage =
      StorageClient.builder()
          .account("acme")
          .region(
              "local",
              RegionConfiguration.of(
                  new InterceptedBackend(
                      Embedded.inMemory(),
                      call -> {
                        if (call.name().equals("volumes.watch")) {
                          watches.incrementAndGet();
                        }
                        return call.proceed();
                      })))
          .build();

  @Test
  @DisplayName("who do not live apart share one watch")
  void shareAWatch() {
    for (int i = 0; i < 10; i++) {
      String name = "home-" + i;
      storage.as(Owner.user("u" + i)).cloudDrives().create(name, d -> d.size(gb(1))).await();
    }
    assertThat(watches).hasValue(1);
  }
}
