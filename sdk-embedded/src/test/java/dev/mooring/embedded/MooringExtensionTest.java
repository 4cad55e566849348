package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Target;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.FailedException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.UnavailableException;
import dev.mooring.testkit.junit.Faults;
import dev.mooring.testkit.junit.MooringExtension;
import dev.mooring.testkit.junit.Sentences;
import java.time.Duration;
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

  @Test
  void aCallCanBeMadeToFailOnceWithAllItsTries(StorageClient storage, Faults faults) {
    faults.on("create").failOnce(ErrorCode.UNAVAILABLE);

    assertThatThrownBy(() -> storage.cloudDrives().create("one", d -> d.size(gb(1))))
        .isInstanceOfSatisfying(
            UnavailableException.class, e -> assertThat(e.attempts()).isEqualTo(4));
    assertThat(storage.cloudDrives().find("one")).isEmpty();
    storage.cloudDrives().create("one", d -> d.size(gb(1))).await();
  }

  @Test
  void anAnswerCanBeLostAfterTheEffect(StorageClient storage, Faults faults) {
    faults.on("create").failOnce(ErrorCode.OUTCOME_UNKNOWN);

    assertThatThrownBy(() -> storage.cloudDrives().create("one", d -> d.size(gb(1))))
        .isInstanceOf(OutcomeUnknownException.class);
    storage.recover();
    assertThat(storage.cloudDrives().find("one")).isPresent();
  }

  @Test
  void eachWordBreaksItsCall(StorageClient storage, Faults faults) {
    storage.cloudDrives().named("prepared").await();
    faults.on("attach").failOnce(ErrorCode.CONFLICT);
    assertThatThrownBy(() -> attach(storage)).isInstanceOf(ConflictException.class);
    attach(storage);
    faults.on("detach").failOnce(ErrorCode.CONFLICT);
    assertThatThrownBy(() -> detach(storage)).isInstanceOf(ConflictException.class);
    detach(storage);
    faults.on("delete").failOnce(ErrorCode.ACCESS_DENIED);
    assertThatThrownBy(() -> storage.cloudDrives().named("prepared").delete())
        .isInstanceOf(AccessDeniedException.class);
    faults.on("launch").failOnce(ErrorCode.FAILED);
    assertThatThrownBy(() -> storage.instances().launch("i", m -> m.mount("prepared", "/w")))
        .isInstanceOf(FailedException.class);
  }

  @Test
  void whatFailsGoesOnFailingUntilItIsCleared(StorageClient storage, Faults faults) {
    faults.on("volumes.get").fail(ErrorCode.ACCESS_DENIED);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> storage.cloudDrives().find("prepared"))
          .isInstanceOf(AccessDeniedException.class);
    }
    faults.clear();
    faults.on("read").delay(Duration.ofMillis(1));
    assertThat(storage.cloudDrives().find("prepared")).isPresent();
  }

  @Test
  void aWordThatMeansNothingIsRefused(Faults faults) {
    assertThatThrownBy(() -> faults.on("creates"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("create");
    assertThatThrownBy(() -> faults.on("create").failOnce(ErrorCode.ALREADY_EXISTS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void attach(StorageClient storage) {
    storage
        .attachments()
        .to(Target.instance("i").region("local"))
        .mount("prepared", "/w")
        .plan()
        .apply();
  }

  private static void detach(StorageClient storage) {
    storage.attachments().of(Target.instance("i").region("local")).detachAll().await();
  }

  @Nested
  class Within {
    @Test
    void nestedTestsHaveOneToo(StorageClient storage) {
      assertThat(storage.cloudDrives().list()).hasSize(1);
    }
  }
}
