package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.VolumeId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations: found again by id in any process, with their history. */
abstract class OperatingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  OperatingContract(Kind<V, C> kind) {
    super(kind);
  }

  @Test
  void aCreationIsFoundByItsIdInAnotherProcess() {
    V drive = volume("workspace");
    OperationId id = drive.operation().id();
    Operation<?> found = world.connect().operations().find(id).orElseThrow();
    assertThat(found.type()).isEqualTo(OperationType.CREATE);
    assertThat(found.await(PATIENCE)).isInstanceOf(SizedVolume.class);
    assertThat(found.poll().state()).isEqualTo(OperationState.SUCCEEDED);
    assertThat(found.progress().fraction()).isEqualTo(1.0);
    assertThat(found.result())
        .hasValueSatisfying(
            result -> assertThat(((SizedVolume<?>) result).id()).isEqualTo(drive.id()));
    assertThat(id.region()).isEqualTo(REGION);
    assertThat(id.kind()).isEqualTo(kind.kind().word());
    assertThat(id.name()).isEqualTo("workspace");
    assertThat(id.type()).isEqualTo("create");
  }

  @Test
  void aHistoryIsInOrderAndEndsWithTheEnd() {
    V drive = volume("workspace");
    Operation<?> operation = storage.operations().find(drive.operation().id()).orElseThrow();
    operation.await(PATIENCE);
    List<OperationEvent> history = operation.poll().history();
    List<Instant> times = history.stream().map(OperationEvent::at).toList();
    assertThat(times).isNotEmpty().isSorted();
    assertThat(history.get(history.size() - 1).state()).isEqualTo("SUCCEEDED");
    assertThat(operation.startedAt()).isBeforeOrEqualTo(times.get(times.size() - 1));
  }

  @Test
  void anAttachmentIsFoundByItsId() {
    volume("workspace");
    Launch launch = attach("a", "workspace");
    Operation<?> found = world.connect().operations().find(launch.operationId()).orElseThrow();
    assertThat(found.type()).isEqualTo(OperationType.ATTACH);
    assertThat(found.state()).isEqualTo(OperationState.SUCCEEDED);
    assertThat(launch.operationId().kind()).isEqualTo("instance");
    assertThat(launch.operationId().name()).isEqualTo("a");
  }

  @Test
  void aDeletionThatIsDoneIsFoundThoughNothingIsLeft() {
    V drive = volume("workspace");
    Operation<VolumeId> deletion = drive.delete();
    deletion.await(PATIENCE);
    Operation<?> found = world.connect().operations().find(deletion.id()).orElseThrow();
    assertThat(found.poll().state()).isEqualTo(OperationState.SUCCEEDED);
  }

  @Test
  void whatRunsIsListedUntilItEnds() {
    Hold hold = Hold.on("Provisioning.advance");
    StorageClient slow = world.connect(hold);
    V drive =
        pendingProfile()
            .map(profile -> volumes(slow).create(small("workspace").profile(profile.name())))
            .orElseGet(() -> volumes(slow).create(small("workspace")));
    assertThat(slow.operations().running().map(Operation::id).toList())
        .containsExactly(drive.operation().id());
    drive.delete().await(PATIENCE);
    assertThat(slow.operations().running()).isEmpty();
  }

  @Test
  void anUnknownIdFindsNothing() {
    volume("workspace");
    String form = REGION + "/" + kind.kind().word() + "/%s/%s-0123456789ab";
    for (String id :
        List.of(
            form.formatted("workspace", "create"),
            form.formatted("absent", "create"),
            "nowhere/drive/workspace/create-0123456789ab",
            REGION + "/shelf/workspace/create-0123456789ab",
            REGION + "/instance/a/attach-0123456789ab",
            "nonsense",
            "",
            "../../etc/passwd")) {
      assertThat(storage.operations().find(id)).as("operation '%s'", id).isEmpty();
    }
  }

  @Test
  void aDriveRemembersItsOperations() {
    V drive = volume("workspace");
    attach("a", "workspace");
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    List<Operation<?>> operations = drive.refresh().operations();
    assertThat(operations.get(0).type()).isEqualTo(OperationType.CREATE);
    assertThat(operations).allSatisfy(op -> assertThat(op.state().ended()).isTrue());
  }

  @Test
  void aCreationIsCancelledByDeletingTheDrive() {
    StorageClient slow = world.connect(Hold.on("Provisioning.advance"));
    C asked = small("workspace");
    V drive =
        volumes(slow).create(pendingProfile().map(p -> asked.profile(p.name())).orElse(asked));
    assertThat(drive.operation().state()).isEqualTo(OperationState.RUNNING);
    drive.operation().cancel();
    Eventually.holds("the drive is gone", () -> volumes(slow).find("workspace").isEmpty());
  }
}
