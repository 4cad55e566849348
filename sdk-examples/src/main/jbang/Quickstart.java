///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS dev.mooring:sdk-embedded:0.1.0-SNAPSHOT

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.instance.Instance;

/** A script: {@code jbang Quickstart.java}. */
class Quickstart {
  public static void main(String[] args) {
    try (StorageClient storage = StorageClient.connect()) {
      CloudDrive drive = storage.cloudDrives().create("scratchpad", d -> d.size(gb(10))).await();
      System.out.println(drive);

      Instance instance =
          storage.instances().launch("script", mounts -> mounts.mount(drive, "/data")).await();
      instance.exec("mkdir", "data/results");
      System.out.println("data: " + instance.exec("ls", "data").stdout());

      instance.stop();
      drive.delete().await();
    }
  }
}
