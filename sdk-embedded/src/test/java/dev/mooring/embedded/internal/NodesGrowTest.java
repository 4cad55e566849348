package dev.mooring.embedded.internal;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.embedded.Embedded;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationState;
import dev.mooring.spi.Growth;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.testkit.FakeClock;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A backend that has made room, and whose nodes have to grow the filesystem, or cannot. */
class NodesGrowTest {
  private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

  private final FakeClock clock = FakeClock.at(START);
  private final Nodes nodes = new Nodes();
  private final StorageClient storage =
      StorageClient.builder()
          .account("acme")
          .owner(Owner.user("ana"))
          .clock(clock)
          .region(
              "local", RegionConfiguration.of(new InterceptedBackend(Embedded.inMemory(), nodes)))
          .build();
  private final CloudDrive drive =
      storage.cloudDrives().create("workspace", d -> d.size(gb(1))).await();

  @AfterEach
  void close() {
    storage.close();
  }

  /** Leaves the filesystem to the nodes, as a CSI driver that expands on nodes does. */
  private static final class Nodes implements Interceptor {
    volatile boolean mounted = true;
    volatile List<VolumeUser> users = List.of(pod("trainer-0"), pod("trainer-1"));

    static VolumeUser pod(String name) {
      return new VolumeUser("pod", name, VolumeUser.State.RUNNING, false, null, null, START, false);
    }

    @Override
    public @Nullable Object around(Call call) throws Throwable {
      if (call.name().equals("Resizing.grow")) {
        return backendGrown((VolumeRecord) Objects.requireNonNull(call.argument()));
      }
      if (call.name().equals("Attaching.users")) {
        return Map.of(
            ((VolumeRecord) ((List<?>) Objects.requireNonNull(call.argument())).get(0)).key(),
            users);
      }
      return call.proceed();
    }

    private Optional<VolumeRecord> backendGrown(VolumeRecord record) {
      Provisioned now = record.provisioned();
      StatusReason waits = new StatusReason(Reason.GROWS_ON_NEXT_USE, "for a node", START);
      Growth growth = new Growth(Growth.Phase.BACKEND_GROWN, record.spec().sizeBytes(), mounted);
      return growth.equals(now.growth())
          ? Optional.empty()
          : Optional.of(record.withProvisioned(now.growing(growth).because(waits, false)));
    }
  }

  private static List<String> states(Operation<?> operation) {
    return operation.poll().history().stream().map(OperationEvent::state).toList();
  }

  @Test
  void a_node_has_two_minutes_before_a_restart_is_asked_for() {
    Operation<CloudDrive> growth = drive.resize(gb(2));
    clock.set(START.plus(Duration.ofMinutes(2)));
    assertThat(states(growth)).contains("BACKEND_GROWN").doesNotContain("NEEDS_RESTART");

    clock.set(START.plus(Duration.ofMinutes(2)).plusMillis(1));
    assertThat(states(growth)).endsWith("NEEDS_RESTART");
    assertThat(growth.history().get(growth.history().size() - 1).detail())
        .isEqualTo("these pods: trainer-0, trainer-1");
    assertThat(growth.state()).isEqualTo(OperationState.RUNNING);
    assertThat(drive.refresh().statusReason().orElseThrow().reason())
        .isEqualTo(Reason.NEEDS_RESTART);
  }

  @Test
  void what_grows_only_unmounted_asks_its_users_to_restart_at_once() {
    nodes.mounted = false;
    Operation<CloudDrive> growth = drive.resize(gb(2));
    assertThat(states(growth)).endsWith("BACKEND_GROWN", "NEEDS_RESTART");

    nodes.users = List.of(Nodes.pod("trainer-1"));
    assertThat(states(growth)).endsWith("NEEDS_RESTART", "NEEDS_RESTART");
    assertThat(growth.history().get(growth.history().size() - 1).detail())
        .isEqualTo("these pods: trainer-1");
  }

  @Test
  void it_ends_when_nobody_mounts_it_any_more() {
    Operation<CloudDrive> growth = drive.resize(gb(2));
    assertThat(growth.poll().state()).isEqualTo(OperationState.RUNNING);
    nodes.users = List.of();
    assertThat(growth.await().size()).isEqualTo(gb(2));
    assertThat(growth.state()).isEqualTo(OperationState.SUCCEEDED);
  }
}
