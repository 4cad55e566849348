package dev.mooring.examples.platform;

import static dev.mooring.volume.Capacity.gb;
import static dev.mooring.volume.VolumeFilter.where;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.cost.Total;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.operation.Plan;
import java.util.List;

/**
 * The platform's service: each user has one home drive, which is there on whichever machine the
 * user works. It keeps no table of drives: Mooring knows them.
 */
public final class PlatformService {
  private final StorageClient storage;
  private final Machines machines;

  /** A service that keeps drives with a client and runs machines of its own. */
  public PlatformService(StorageClient storage, Machines machines) {
    this.storage = storage;
    this.machines = machines;
  }

  /** What a user's home drive costs a month; makes nothing. */
  public Total price(String user) {
    return storage.cloudDrives().plan(home(user)).cost().perMonth();
  }

  /**
   * Starts a machine with the user's home at {@code /home/user}. The drive is made at the first
   * time.
   *
   * @throws dev.mooring.error.InUseException when another machine has it, with that machine's name
   */
  public void start(String user, String machine) {
    CloudDrive drive = storage.as(Owner.user(user)).cloudDrives().create(home(user)).await();
    Plan<Launch> plan = storage.attachments().to(Target.instance(machine)).mount(drive).plan();
    machines.start(plan.apply());
  }

  /** Stops a machine. Its drives are free once it is gone: nothing is to be detached. */
  public void stop(String machine) {
    machines.stop(machine);
  }

  /** Where a user works now. */
  public List<String> machinesOf(String user) {
    return storage
        .cloudDrives()
        .list(where().label("user", user))
        .flatMap(drive -> drive.attachments().stream())
        .map(Attachment::target)
        .map(Target::name)
        .toList();
  }

  /**
   * Removes a user with all drives.
   *
   * @throws dev.mooring.error.InUseException when a machine of the user still runs
   */
  public void remove(String user) {
    storage
        .cloudDrives()
        .list(where().label("user", user))
        .toList()
        .forEach(drive -> drive.delete().await());
  }

  private static CreateDrive home(String user) {
    return CreateDrive.named("home-" + user)
        .size(gb(20))
        .mountPath("/home/user")
        .label("user", user);
  }
}
