package dev.mooring.testkit.contract;

import static dev.mooring.volume.VolumeFilter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.instance.Instance;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.StorageBackend;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.VolumeStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is left of an account when a test has ended. */
public final class Leftovers {
  private Leftovers() {}

  /** Removes everything of a client's account, as a user would. */
  public static void remove(StorageClient client) {
    client.instances().list().forEach(Instance::stop);
    client.recover();
    client.attachments().list().map(Attachment::target).distinct().toList().stream()
        .map(client.attachments()::of)
        .forEach(target -> target.detachAll().await(Eventually.PATIENCE));
    for (Kind<?, ?> kind : List.of(Kind.DRIVE, Kind.FILESYSTEM)) {
      kind.of(client).list().forEach(Leftovers::purge);
      kind.of(client).list(where().status(VolumeStatus.DELETED)).forEach(Leftovers::purge);
    }
    client.snapshots().list().forEach(snapshot -> snapshot.delete().await(Eventually.PATIENCE));
  }

  private static void purge(SizedVolume<?> volume) {
    if (volume.isProtected()) {
      volume.unprotect();
    }
    volume.purge().await(Eventually.PATIENCE);
  }

  /**
   * Asserts that nothing of an account is there: no record, no instance, no bytes. Waits a moment,
   * for whoever helps late takes away what it made.
   *
   * @param backend a connection of the account
   */
  public static void assertNone(StorageBackend backend, BackendFixture fixture, String account) {
    Eventually.passes(
        Duration.ofSeconds(10),
        () -> {
          assertThat(backend.volumes().list(RecordQuery.where(Map.of())).records())
              .as("volume records of %s", account)
              .isEmpty();
          assertThat(backend.targets().list(RecordQuery.where(Map.of())).records())
              .as("attachments of %s", account)
              .allSatisfy(target -> assertThat(target.mounts()).isEmpty());
          backend
              .ability(Snapshotting.class)
              .ifPresent(
                  snapshotting ->
                      assertThat(
                              snapshotting.snapshots().list(RecordQuery.where(Map.of())).records())
                          .as("snapshots of %s", account)
                          .isEmpty());
          fixture.assertEmpty(account);
        });
  }
}
