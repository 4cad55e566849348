package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.testkit.junit.MooringExtension;
import dev.mooring.testkit.junit.Sentences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The JUnit extension of the testkit gives each test a client of its own. */
@DisplayNameGeneration(Sentences.class)
class MooringExtensionTest {
  @RegisterExtension
  static final MooringExtension MOORING = MooringExtension.embedded(b -> b.account("acme"));

  @BeforeEach
  void prepare(StorageClient storage) {
    storage.cloudDrives().create("prepared", d -> d.size(gb(1)));
  }

  @RepeatedTest(2)
  void eachTestHasAnEmptyStoreButForWhatWasPreparedForIt(StorageClient storage) {
    assertThat(storage.cloudDrives().list())
        .singleElement()
        .satisfies(
            drive -> {
              assertThat(drive.name()).isEqualTo("prepared");
              assertThat(drive.account()).isEqualTo("acme");
            });
    storage.cloudDrives().create("more", d -> d.size(gb(1))).await();
  }

  @Test
  void allParametersOfATestAreOneClient(StorageClient one, StorageClient same) {
    assertThat(one).isSameAs(same);
  }

  @Nested
  class Within {
    @Test
    void nestedTestsHaveOneToo(StorageClient storage) {
      assertThat(storage.cloudDrives().list()).hasSize(1);
    }
  }
}
