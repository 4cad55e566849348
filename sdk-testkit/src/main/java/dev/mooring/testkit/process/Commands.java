package dev.mooring.testkit.process;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.operation.RecoveryReport;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeRef;
import java.time.Duration;
import java.util.List;

/** Does commands through the public API. */
final class Commands {
  /** It waits for an instance that a killed process started, which ends when it is stopped. */
  private static final Duration LONGEST_DETACH = Duration.ofSeconds(10);

  private final StorageClient client;

  Commands(StorageClient client) {
    this.client = client;
  }

  List<String> run(Command command) {
    List<String> with = command.arguments();
    return switch (command.verb()) {
      case CREATE -> create(with.get(0), Capacity.ofBytes(Long.parseLong(with.get(1))));
      case AWAIT -> List.of(client.cloudDrives().named(with.get(0)).await().id().value());
      case DELETE -> delete(with.get(0));
      case ATTACH -> attach(with.get(0), with.get(1), with.get(2));
      case DETACH -> detach(with.get(0), with.get(1));
      case LAUNCH -> launch(with.get(0), with.get(1), with.get(2));
      case START -> start(with.get(0));
      case STOP -> stop(with.get(0));
      case READ -> read(with.get(0));
      case RECOVER -> recover();
    };
  }

  private List<String> create(String name, Capacity size) {
    return List.of(client.cloudDrives().create(name, d -> d.size(size)).id().value());
  }

  private List<String> delete(String name) {
    CloudDrive drive = client.cloudDrives().named(name);
    drive.delete().await();
    return List.of(drive.id().value());
  }

  private List<String> attach(String drive, String instance, String path) {
    client.attachments().to(Target.instance(instance)).mount(drive, path).plan().apply();
    return List.of();
  }

  private List<String> detach(String drive, String instance) {
    return client
        .attachments()
        .of(Target.instance(instance))
        .detach(VolumeRef.drive(drive))
        .await(LONGEST_DETACH)
        .stream()
        .map(attachment -> attachment.volume().name())
        .toList();
  }

  private List<String> launch(String instance, String drive, String path) {
    client.instances().launch(instance, mounts -> mounts.mount(drive, path)).await();
    return List.of();
  }

  private List<String> start(String instance) {
    return client.attachments().of(Target.instance(instance)).launch().stream()
        .map(launch -> client.instances().launch(launch).await().name())
        .toList();
  }

  private List<String> stop(String instance) {
    client.instances().named(instance).stop();
    return List.of();
  }

  private List<String> read(String name) {
    CloudDrive drive = client.cloudDrives().named(name);
    String holder =
        drive.attachments().stream()
            .map(Attachment::target)
            .map(target -> target.kind().word() + "/" + target.name())
            .findFirst()
            .orElse("");
    return List.of(
        drive.id().value(), Long.toString(drive.size().bytes()), drive.status().name(), holder);
  }

  private List<String> recover() {
    RecoveryReport report = client.recover();
    return List.of(
        Integer.toString(report.completed().size()),
        Integer.toString(report.undone().size()),
        Integer.toString(report.pending().size()),
        Integer.toString(report.released().size()));
  }
}
