package dev.mooring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.CancelledException;
import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.testkit.fault.InterceptedBackend;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A look at what profiles offer")
class CancelledOffersTest {
  private static StorageClient failing(String name, Function<Problem, Exception> failure) {
    return StorageClient.builder()
        .region(
            "local",
            RegionConfiguration.of(
                new InterceptedBackend(
                    Embedded.inMemory(),
                    call -> {
                      if (call.name().equals(name)) {
                        throw failure.apply(Problem.tried("look").on("profile/x").because("no"));
                      }
                      return call.proceed();
                    })))
        .build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Provisioning.availability", "Provisioning.features", "Provisioning.accessMode"})
  @DisplayName("ends when it is cancelled, and tells what it knows when something fails")
  void ends(String name) {
    try (StorageClient storage = failing(name, CancelledException::new)) {
      assertThatThrownBy(() -> storage.profiles().list()).isInstanceOf(CancelledException.class);
    }
    try (StorageClient storage = failing(name, UnavailableException::new)) {
      assertThat(storage.profiles().list()).isNotEmpty();
    }
  }
}
