package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Target;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.FailedException;
import dev.mooring.error.Problem;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.RecoveryReport;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.InterceptedBackend;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One record that cannot be helped")
class OneBadRecordTest {
  /** Steps that fail, as RECEIVER.METHOD and the name of the drive or target. */
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  /** Drives whose first step was held: nobody works at them any more until they are read. */
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  private volatile boolean held = true;

  @AutoClose
  private final StorageClient storage =
      StorageClient.builder()
          .account("acme")
          .region(
              "local",
              RegionConfiguration.of(
                  new InterceptedBackend(
                      Embedded.inMemory(),
                      call -> {
                        if (failing.contains(call.name() + " " + nameOf(call.argument()))) {
                          throw new FailedException(
                              Problem.tried("help").because("it is broken"), "BROKEN", "broken");
                        }
                        if (held && call.name().equals("Provisioning.advance")) {
                          waiting.add(nameOf(call.argument()));
                          return Optional.empty();
                        }
                        return call.proceed();
                      })))
          .build();

  private static String nameOf(@Nullable Object argument) {
    if (argument instanceof StoredRecord record) {
      return record instanceof VolumeRecord volume
          ? volume.spec().name()
          : record instanceof TargetRecord target ? target.target().name() : "";
    }
    return "";
  }

  private CloudDrive drive(String name) {
    CloudDrive drive = storage.cloudDrives().create(name, d -> d.size(gb(1)));
    if (held) {
      Eventually.holds("its creation is held", () -> waiting.contains(name));
    }
    return drive;
  }

  @Test
  @DisplayName("is listed as it was read, among the others")
  void isListed() {
    drive("bad");
    drive("good");
    held = false;
    failing.add("Provisioning.advance bad");

    assertThat(storage.cloudDrives().list())
        .extracting(CloudDrive::name)
        .containsExactly("bad", "good");
  }

  @Test
  @DisplayName("does not keep others from recovery, and is pending")
  void isPending() {
    OperationId bad = drive("bad").operation().id();
    OperationId good = drive("good").operation().id();
    held = false;
    failing.add("Provisioning.advance bad");

    RecoveryReport report = storage.recover();

    assertThat(report.completed()).containsExactly(good);
    assertThat(report.pending()).containsExactly(bad);
    assertThat(report.examined()).isEqualTo(2);
    failing.clear();
    assertThat(storage.recover().completed()).containsExactly(bad);
  }

  @Test
  @DisplayName("does not hide attachments, also where it cannot be noted that it was seen")
  void isAttached() {
    held = false;
    drive("one").await();
    drive("two").await();
    storage.instances().launch("a", mounts -> mounts.mount("one", "/one"));
    storage.attachments().to(Target.instance("b")).mount("two", "/two").plan().apply();
    failing.add("targets.swap a");

    assertThat(storage.attachments().list()).hasSize(2);
    assertThat(storage.cloudDrives().list()).hasSize(2);
  }
}
