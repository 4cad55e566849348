package dev.mooring.testkit.crash;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.InUseException;
import dev.mooring.error.StorageException;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.process.Command;
import dev.mooring.volume.VolumeRef;

/** What a process does when it is killed, and what must be true then. */
abstract class Job {
  static final String PATH = "/mnt/data";

  final World world;

  Job(World world) {
    this.world = world;
  }

  abstract String name();

  /** What must be there before. */
  void prepare(StorageClient mine, String drive) {
    mine.cloudDrives().create(small(drive)).await(Eventually.PATIENCE);
  }

  /** What a process that is to be killed is told. */
  abstract Command command(String drive);

  /** The same in this process. */
  abstract void run(StorageClient client, String drive);

  /** Asserts that a job that came to a good end did all of it. */
  abstract void assertDone(StorageClient next, String drive);

  /**
   * Whether an error says that what was changed already may have to be taken back, which somebody
   * else decides.
   */
  boolean undecided(StorageException error) {
    return false;
  }

  /** Waits, without helping, until a process that lives has made its last change. */
  void awaitEnd(String drive) {}

  /**
   * Looks what is left, does the job again, and takes everything away.
   *
   * @param began whether anything was changed
   */
  abstract void settle(StorageClient next, String drive, Look look, Began began);

  static CreateDrive small(String drive) {
    return CreateDrive.named(drive).size(gb(1)).region(World.REGION);
  }

  static String instance(String drive) {
    return "i-" + drive;
  }

  static Target target(String instance) {
    return Target.instance(instance).region(World.REGION);
  }

  static Launch attach(StorageClient client, String drive, String instance) {
    return client.attachments().to(target(instance)).mount(drive, PATH).plan().apply();
  }

  static void detach(StorageClient client, String drive, String instance) {
    Object unused =
        client
            .attachments()
            .of(target(instance))
            .detach(VolumeRef.drive(drive))
            .await(Eventually.PATIENCE);
  }

  static void delete(StorageClient client, String drive) {
    client.cloudDrives().find(drive).ifPresent(d -> d.delete().await(Eventually.PATIENCE));
    Eventually.holds(
        "drive " + drive + " is gone", () -> client.cloudDrives().find(drive).isEmpty());
  }

  static void look(StorageClient next, Look look, String drive) {
    if (look == Look.RECOVER) {
      assertThat(next.recover().pending()).as("operations that go on by themselves").isEmpty();
    } else {
      Object unused = next.cloudDrives().find(drive);
    }
  }

  /** Asserts that the drive is attached to the instance alone, or to nobody at all. */
  final boolean attachedOrFree(StorageClient next, String drive, String instance) {
    var left = next.attachments().list().toList();
    assertThat(next.operations().running()).as("running operations").isEmpty();
    if (left.isEmpty()) {
      world.assertNoClaims();
      return false;
    }
    assertThat(left)
        .singleElement()
        .satisfies(
            attachment -> {
              assertThat(attachment.target().name()).isEqualTo(instance);
              assertThat(attachment.volume().name()).isEqualTo(drive);
            });
    assertThatThrownBy(() -> attach(next, drive, "other")).isInstanceOf(InUseException.class);
    return true;
  }

  /** Asserts that there is one drive, of this name. */
  static CloudDrive only(StorageClient next, String drive) {
    assertThat(next.cloudDrives().list().toList())
        .extracting(CloudDrive::name)
        .containsExactly(drive);
    return next.cloudDrives().named(drive);
  }

  /** Asserts that nothing is attached, and takes the drive away. */
  final void finish(StorageClient next, String drive) {
    assertThat(next.attachments().list().map(Attachment::toString).toList()).isEmpty();
    world.assertNoClaims();
    delete(next, drive);
    assertThat(next.operations().running()).isEmpty();
  }
}
