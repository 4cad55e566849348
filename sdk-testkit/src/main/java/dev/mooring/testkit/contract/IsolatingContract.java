package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.StorageException;
import dev.mooring.operation.OperationId;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two accounts in one store: neither sees, uses nor removes what is the other's. */
abstract class IsolatingContract extends Contract<CloudDrive, CreateDrive> {
  IsolatingContract() {
    super(Kind.DRIVE);
  }

  String otherAccount;
  StorageClient other;
  CloudDrive mine;

  @BeforeEach
  void connectAnother() {
    otherAccount = world.account + "b";
    world.assertEmpty(otherAccount);
    other = world.connect(otherAccount);
    mine = volume("workspace");
  }

  @AfterEach
  void leaveNothing() {
    world.clean(otherAccount);
    world.assertEmpty(otherAccount);
  }

  @Test
  void anotherAccountSeesNothing() {
    attach("a", "workspace");
    assertThat(other.cloudDrives().list()).isEmpty();
    assertThat(other.cloudDrives().find("workspace")).isEmpty();
    assertThat(other.attachments().list()).isEmpty();
    assertThat(other.attachments().of(instance("a")).list()).isEmpty();
    assertThat(other.attachments().of(instance("a")).launch()).isEmpty();
    assertThat(other.operations().running()).isEmpty();
  }

  @Test
  void whatIsNotYoursLooksLikeWhatIsNotThere() {
    NotFoundException notYours = notFound("workspace");
    NotFoundException notThere = notFound("workspacf");
    assertThat(notYours.problem().message().replace("workspace", "workspacf"))
        .isEqualTo(notThere.getMessage());
    assertThat(notYours.hint()).isEqualTo(notThere.hint());
    assertThat(notYours.region()).isEqualTo(notThere.region());
    assertThat(notYours.operation()).isEqualTo(notThere.operation());
  }

  private NotFoundException notFound(String name) {
    NotFoundException notFound =
        catchThrowableOfType(NotFoundException.class, () -> other.cloudDrives().named(name));
    assertThat(notFound).isNotNull();
    return notFound;
  }

  @Test
  void anotherAccountAttachesNothing() {
    assertThatThrownBy(() -> attach(other, "a", "workspace")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> other.attachments().to(instance("a")).mount(mine, "/w").plan().apply())
        .as("with the first account's own handle")
        .isInstanceOf(StorageException.class);
    assertThat(mine.refresh().attachments()).isEmpty();
  }

  @Test
  void anotherAccountDetachesNothing() {
    attach("a", "workspace");
    other.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThat(mine.refresh().attachments()).hasSize(1);
  }

  @Test
  void targetsOfTheSameNameAreTwo() {
    volume(other, "workspace");
    Launch first = attach("a", "workspace");
    Launch second = attach(other, "a", "workspace");
    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(second.mounts().get(0).volumeId()).isNotEqualTo(mine.id());
    other.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThat(mine.refresh().attachments()).hasSize(1);
  }

  @Test
  void instancesOfTheSameNameAreTwo() {
    volume(other, "workspace");
    storage.instances().launch(attach("a", "workspace")).await(PATIENCE);
    assertThat(other.instances().find("a")).isEmpty();
    assertThat(other.instances().list()).isEmpty();
    other.instances().launch(attach(other, "a", "workspace")).await(PATIENCE).stop();
    assertThat(storage.instances().named("a").name()).isEqualTo("a");
    assertThat(mine.refresh().attachments()).hasSize(1);
  }

  @Test
  void anotherAccountFindsNoOperation() {
    OperationId id = mine.operation().id();
    assertThat(storage.operations().find(id)).isPresent();
    assertThat(other.operations().find(id)).isEmpty();
  }

  @Test
  void anotherAccountRecoversNothing() {
    StorageClient slow = world.connect(Hold.on("Provisioning.advance"));
    slow.cloudDrives().create(small("half"));
    assertThat(other.recover().examined()).isZero();
  }

  @Test
  void theStoreItselfAnswersNoForeignKey() {
    StorageBackend own = world.raw();
    StorageBackend foreign = world.raw(otherAccount);
    VolumeRecord record = own.volumes().list(RecordQuery.where(Map.of())).records().get(0);
    assertThat(own.volumes().get(record.key())).isPresent();
    assertThat(foreign.volumes().get(record.key())).isEmpty();
    assertThat(foreign.volumes().swap(record)).isEmpty();
    foreign.volumes().delete(record);
    assertThat(own.volumes().get(record.key())).contains(record);
  }
}
