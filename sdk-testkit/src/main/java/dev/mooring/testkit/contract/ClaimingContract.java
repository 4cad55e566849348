package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchMount;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.MountState;
import dev.mooring.config.Limits;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.StorageException;
import dev.mooring.operation.Plan;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Claims: one writer, all or nothing, and what the loser is told. */
abstract class ClaimingContract extends Contract<CloudDrive, CreateDrive> {
  ClaimingContract() {
    super(Kind.DRIVE);
  }

  private InUseException inUse(StorageClient client, String instance, String... drives) {
    InUseException inUse =
        catchThrowableOfType(InUseException.class, () -> attach(client, instance, drives));
    assertThat(inUse).as("refusal to attach to %s", instance).isNotNull();
    return inUse;
  }

  @Test
  void anAttachedDriveTellsWhereItIs() {
    CloudDrive drive = volume("workspace");
    Launch launch = attach("a", "workspace");
    assertThat(launch.target()).isEqualTo(instance("a"));
    assertThat(launch.account()).isEqualTo(world.account);
    assertThat(launch.token()).isNotBlank();
    assertThat(launch.graceUntil()).isAfter(world.raw().now());
    LaunchMount mount = launch.mounts().get(0);
    assertThat(mount.volumeId()).isEqualTo(drive.id());
    assertThat(mount.path()).isEqualTo(new MountPath("/mnt/workspace"));
    assertThat(mount.readOnly()).isFalse();
    assertThat(mount.backendDetails()).isNotEmpty();

    CloudDrive attached = drive.refresh();
    assertThat(attached.status()).isEqualTo(VolumeStatus.ATTACHED);
    Attachment attachment = attached.attachments().get(0);
    assertThat(attachment.volume()).isEqualTo(World.ref("workspace"));
    assertThat(attachment.target().toString()).isEqualTo("instance/a");
    assertThat(attachment.state()).isEqualTo(MountState.ATTACHED);
    assertThat(attachment.live()).isTrue();
  }

  @Test
  void bothDirectionsAreSeenByAnotherProcess() {
    volume("one");
    volume("two");
    attach("a", "one", "two");
    StorageClient other = world.connect();
    assertThat(other.attachments().of(instance("a")).list())
        .extracting(a -> a.volume().name())
        .containsExactlyInAnyOrder("one", "two");
    assertThat(other.attachments().of(World.ref("one")))
        .extracting(a -> a.target().name())
        .containsExactly("a");
    assertThat(other.attachments().list()).hasSize(2);
    assertThat(other.attachments().of(instance("a")).launch())
        .hasValueSatisfying(launch -> assertThat(launch.mounts()).hasSize(2));
  }

  @Test
  void aHeldDriveIsRefusedAndTheHolderIsNamed() {
    volume("workspace");
    Instant before = world.raw().now();
    attach("a", "workspace");
    InUseException inUse = inUse(world.connect(), "b", "workspace");
    Holder holder = inUse.holders().get(0);
    assertThat(inUse.holders()).hasSize(1);
    assertThat(holder.kind()).isEqualTo("instance");
    assertThat(holder.name()).isEqualTo("a");
    assertThat(holder.live()).isTrue();
    assertThat(holder.since()).isNotNull().isAfterOrEqualTo(before.minusSeconds(2));
    assertThat(inUse).hasMessageContaining("instance/a").hasMessageContaining("workspace");
  }

  @Test
  void aRefusalLeavesNothingChanged() {
    volume("workspace");
    Launch launch = attach("a", "workspace");
    CloudDrive before = storage.cloudDrives().named("workspace");
    StorageClient other = world.connect();
    inUse(other, "b", "workspace");
    CloudDrive after = other.cloudDrives().named("workspace");
    assertThat(after.attachments()).isEqualTo(before.attachments());
    assertThat(after.since()).isEqualTo(before.since());
    assertThat(other.attachments().of(instance("b")).list()).isEmpty();
    assertThat(other.attachments().of(instance("a")).launch())
        .hasValueSatisfying(found -> assertThat(found.token()).isEqualTo(launch.token()));
  }

  @Test
  void ofSeveralDrivesAllAreAttachedOrNone() {
    volume("free-one");
    volume("held");
    volume("free-two");
    attach("a", "held");
    InUseException inUse = inUse(storage, "b", "free-one", "held", "free-two");
    assertThat(inUse.holders()).extracting(Holder::name).containsExactly("a");
    assertThat(storage.attachments().of(instance("b")).list()).isEmpty();
    for (String name : List.of("free-one", "free-two")) {
      assertThat(storage.cloudDrives().named(name).attachments()).isEmpty();
    }
    assertThat(attach("c", "free-one", "free-two").mounts()).hasSize(2);
  }

  @Test
  void aDriveThatIsLostOnTheWayUndoesTheWholeLaunch() {
    volume("one");
    volume("two");
    StorageClient other = world.connect();
    AtomicBoolean first = new AtomicBoolean(true);
    Interceptor overtaken =
        call -> {
          boolean claims =
              call.argument() instanceof VolumeRecord record && record.holder().isPresent();
          if (call.name().equals("volumes.swap") && claims && first.getAndSet(false)) {
            attach(other, "b", "two");
          }
          return call.proceed();
        };
    StorageClient late = world.connect(overtaken);
    assertThatThrownBy(() -> attach(late, "a", "one", "two"))
        .isInstanceOfAny(InUseException.class, ConflictException.class);
    assertThat(first).as("it was overtaken while it claimed").isFalse();
    assertThat(storage.attachments().of(instance("a")).list()).isEmpty();
    assertThat(storage.attachments().of(World.ref("two"))).hasSize(1);
    storage.attachments().of(instance("b")).detachAll().await(PATIENCE);
    world.assertNoClaims();
    assertThat(attach("c", "one", "two").mounts()).hasSize(2);
  }

  @Test
  void theSameLaunchAgainChangesNothing() {
    volume("workspace");
    Launch first = attach("a", "workspace");
    Launch again = attach(world.connect(), "a", "workspace");
    assertThat(again.token()).isEqualTo(first.token());
    assertThat(again.mounts()).isEqualTo(first.mounts());
    assertThat(storage.attachments().list()).hasSize(1);
  }

  @Test
  void aSecondLaunchAddsToTheFirst() {
    volume("one");
    volume("two");
    Launch first = attach("a", "one");
    Launch second = attach("a", "two");
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(second.mounts())
        .extracting(mount -> mount.volume().name())
        .containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void ofManyTargetsThatWantOneDriveExactlyOneGetsIt() throws Exception {
    volume("workspace");
    List<StorageClient> clients = List.of(storage, world.connect());
    List<Optional<String>> outcomes =
        Race.run(6, i -> tryToAttach(clients.get(i % 2), "i" + i, "workspace"));
    List<String> winners = outcomes.stream().flatMap(Optional::stream).toList();
    assertThat(winners).hasSize(1);
    assertThat(storage.cloudDrives().named("workspace").attachments())
        .extracting(a -> a.target().name())
        .containsExactlyElementsOf(winners);
    assertThat(storage.attachments().list()).hasSize(1);
  }

  @Test
  void targetsThatWantTheSameDrivesInOppositeOrderNeverShareThem() throws Exception {
    volume("one");
    volume("two");
    List<StorageClient> clients = List.of(storage, world.connect());
    List<Optional<String>> outcomes =
        Race.run(
            4,
            i ->
                i % 2 == 0
                    ? tryToAttach(clients.get(0), "i" + i, "one", "two")
                    : tryToAttach(clients.get(1), "i" + i, "two", "one"));
    List<String> winners = outcomes.stream().flatMap(Optional::stream).toList();
    Set<String> holders =
        storage.attachments().list().map(a -> a.target().name()).collect(Collectors.toSet());
    assertThat(winners).hasSizeLessThanOrEqualTo(1);
    assertThat(holders).containsExactlyInAnyOrderElementsOf(winners);
    if (winners.isEmpty()) {
      assertThat(attach("i0", "one", "two").mounts()).hasSize(2);
    }
  }

  private Optional<String> tryToAttach(StorageClient client, String instance, String... drives) {
    try {
      attach(client, instance, drives);
      return Optional.of(instance);
    } catch (InUseException | ConflictException e) {
      return Optional.empty();
    }
  }

  @Test
  void moreDrivesThanATargetMayHaveAreRefusedWithTheFigures() {
    StorageClient limited =
        world.connect(fixture().backend(), region -> region.withLimits(new Limits(null, 2)));
    List.of("one", "two", "three").forEach(name -> volume(limited, name));
    attach(limited, "a", "one", "two");
    Plan<Launch> plan = limited.attachments().to(instance("a")).mount("three", "/mnt/three").plan();
    assertThat(plan.violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.message()).contains("2", "3"));
    assertThatThrownBy(plan::apply).isInstanceOf(StorageException.class);
    assertThat(limited.attachments().of(instance("a")).list()).hasSize(2);
  }

  @Test
  void pathsThatOverlapWithinATargetAreRefused() {
    volume("one");
    volume("two");
    attach("a", "one");
    LaunchRequest request = storage.attachments().to(instance("a"));
    assertThatThrownBy(() -> request.mount("two", "/mnt/one/below").plan().apply())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("/mnt/one");
    assertThatThrownBy(() -> request.mount("two", "/mnt/one").plan().apply())
        .isInstanceOf(InvalidRequestException.class);
    assertThat(storage.cloudDrives().named("two").attachments()).isEmpty();
  }

  @Test
  void aDriveIsMountedAtItsOwnPathUnlessAnotherIsGiven() {
    storage.cloudDrives().create(small("workspace").mountPath("/workspace")).await(PATIENCE);
    Launch launch = storage.attachments().to(instance("a")).mount("workspace").plan().apply();
    assertThat(launch.mounts())
        .extracting(LaunchMount::path)
        .containsExactly(new MountPath("/workspace"));
  }

  @Test
  void aDriveWithoutAPathCannotBeMountedWithoutOne() {
    volume("workspace");
    if (fixture().profile().mountPath() == null) {
      assertThatThrownBy(
              () -> storage.attachments().to(instance("a")).mount("workspace").plan().apply())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("path");
    }
    assertThat(storage.attachments().list()).isEmpty();
  }

  @Test
  void anAttachmentByNameIsAnOperationWithTheAttachmentsAsItsResult() {
    volume("workspace");
    List<Attachment> attached =
        storage
            .attachments()
            .of(instance("a"))
            .attach("workspace", "/mnt/workspace")
            .await(PATIENCE);
    assertThat(attached).extracting(a -> a.path().value()).containsExactly("/mnt/workspace");
  }
}
