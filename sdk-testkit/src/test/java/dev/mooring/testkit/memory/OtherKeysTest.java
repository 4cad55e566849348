package dev.mooring.testkit.memory;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.StorageClientBuilder;
import dev.mooring.access.Owner;
import dev.mooring.config.Configuration;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.Problem;
import dev.mooring.internal.name.AccountNames;
import dev.mooring.internal.name.NameReview;
import dev.mooring.internal.name.Stored;
import dev.mooring.internal.region.Connections;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Intents;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Labels;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A volume under a key of its own, as one that was adopted is: create-if-absent misses it. */
class OtherKeysTest {
  private static final String REGION = "here";
  private static final String KEY = "claim-by-hand";

  @TempDir Path root;

  @Test
  @DisplayName("Its name is its own, also in an account of one region")
  void one_region() {
    MemoryBackend backend = new MemoryBackend(root);
    try (StorageClient before = builder(backend).build();
        Connections connections =
            Connections.open(
                builder(backend).configuration(),
                List.of(),
                Clock.systemUTC(),
                (owners, session, gone) -> new AccountNames(owners).release(session, gone))) {
      before.cloudDrives().create("own", drive -> drive.size(gb(1))).await();
      Sessions sessions = connections.sessions(Owner.user("ana"));

      Stored adopted = store(sessions, "legacy");

      assertThat(adopted.created()).isTrue();
      AlreadyExistsException taken =
          catchThrowableOfType(
              AlreadyExistsException.class,
              () -> before.cloudDrives().create("legacy", drive -> drive.size(gb(2))));
      assertThat(taken).isNotNull();
      assertThat(taken.existingId()).isEqualTo(adopted.record().spec().id().value());
      assertThat(before.cloudDrives().list()).hasSize(2);
      assertThat(store(sessions, "own").created()).isFalse();
      NameReview review = new AccountNames(sessions).review();
      assertThat(review.list())
          .allMatch(name -> name.standing() == NameReview.Standing.HELD)
          .extracting(name -> name.name().volumeKey())
          .hasSize(2)
          .contains(KEY);

      VolumeRecord now = adopted.session().volumes().get(KEY).orElseThrow();
      assertThat(adopted.session().volumes().delete(now)).isTrue();
      assertThat(review.list())
          .filteredOn(name -> name.standing() == NameReview.Standing.STALE)
          .singleElement()
          .satisfies(stale -> assertThat(review.settle(stale.name())).isTrue());
      assertThat(review.list()).hasSize(1);
    }
  }

  private static Stored store(Sessions sessions, String name) {
    RegionSession session = sessions.require(REGION, "store");
    VolumeSpec spec =
        new VolumeSpec(
            VolumeId.random(),
            sessions.account(),
            VolumeKind.DRIVE,
            name,
            sessions.owner(),
            REGION,
            MemoryBackend.BLOCK.name(),
            1_000_000_000,
            null,
            null,
            null,
            null,
            Labels.none());
    OperationRecord intent = Intents.begin(session, spec, OperationType.CREATE);
    VolumeRecord record = VolumeRecord.draft(KEY, spec, intent);
    return new AccountNames(sessions)
        .store(
            session,
            spec,
            KEY,
            Problem.tried("adopt").on(record.resource()),
            () -> session.volumes().create(record),
            loser -> session.volumes().delete(loser));
  }

  private static StorageClientBuilder builder(MemoryBackend backend) {
    Configuration standard =
        StorageClient.builder().region(REGION, RegionConfiguration.of(backend)).configuration();
    return StorageClient.builder().configuration(standard).account("acme").owner(Owner.user("ana"));
  }
}
