package dev.mooring.benchmarks;

import static dev.mooring.volume.Capacity.gb;

import com.sun.management.OperatingSystemMXBean;
import dev.mooring.StorageClient;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Creates one drive on the embedded backend, waits until it is available, and prints what this
 * process took so far: milliseconds of CPU, user and system, and since the start of the JVM.
 */
final class FirstDrive {
  private FirstDrive() {}

  /** Takes the backend's folder and the drive's name; without them it creates nothing. */
  public static void main(String[] args) {
    if (args.length == 0) {
      print();
      return;
    }
    try (StorageClient storage = StorageClient.embedded(Path.of(args[0]))) {
      storage.cloudDrives().create(args[1], drive -> drive.size(gb(1))).await();
      print();
    }
  }

  private static void print() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime());
    long since = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println(cpu + " " + since);
  }
}
