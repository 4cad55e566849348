package dev.mooring.examples;

import dev.mooring.StorageClient;
import dev.mooring.error.InUseException;
import dev.mooring.examples.platform.FolderMachines;
import dev.mooring.examples.platform.Machines;
import dev.mooring.examples.platform.PlatformService;
import dev.mooring.examples.platform.PodMachines;

/**
 * A platform that embeds Mooring, with a user at work: her files are on whichever machine she
 * starts, on one at a time.
 */
public final class EmbedInYourPlatform {
  private EmbedInYourPlatform() {}

  /**
   * Runs on whatever the configuration says. On a cluster the platform makes its own pods, of the
   * image in {@code PLATFORM_IMAGE}.
   */
  public static void main(String[] args) {
    try (StorageClient storage = StorageClient.connect();
        Machines machines = machines(storage)) {
      PlatformService platform = new PlatformService(storage, machines);
      System.out.println("a home costs " + platform.price("ana") + " a month");

      platform.start("ana", "laptop");
      machines.run("laptop", "mkdir", "home/user/thesis");
      try {
        platform.start("ana", "desktop");
      } catch (InUseException e) {
        System.out.println("one at a time: " + e.getMessage());
      }
      platform.stop("laptop");

      platform.start("ana", "desktop");
      System.out.println("ana works on " + platform.machinesOf("ana"));
      System.out.println("her files: " + machines.run("desktop", "ls", "home/user"));
      platform.stop("desktop");
      platform.remove("ana");
    }
  }

  private static Machines machines(StorageClient storage) {
    if (storage.regions().defaultRegion().backend().equals("kubernetes")) {
      return new PodMachines(System.getenv().getOrDefault("PLATFORM_IMAGE", "busybox:1.36"));
    }
    return new FolderMachines(storage.instances());
  }
}
