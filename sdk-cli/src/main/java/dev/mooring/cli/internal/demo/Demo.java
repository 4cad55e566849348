package dev.mooring.cli.internal.demo;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.json.CostJson;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cost.Cost;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.instance.Instance;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Progress;
import dev.mooring.region.Region;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.ProvisioningState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The main job, step by step: a drive is priced, created, attached to an instance, written,
 * detached, attached to another instance with its bytes intact, and deleted.
 */
final class Demo {
  private static final String MOUNT = "/workspace";
  static final String AFTERWARDS = "the next mooring demo cleans up";
  private static final Set<String> STATES =
      Arrays.stream(ProvisioningState.values()).map(Enum::name).collect(Collectors.toSet());

  private final Cli cli;
  private final StorageClient storage;
  private final Region region;
  private final CreateDrive request;
  private final Duration limit;
  private final Leftovers leftovers;
  private final Story story;

  Demo(Cli cli, Region region, Capacity size, Duration limit) {
    this.cli = cli;
    this.storage = cli.storage();
    this.region = region;
    this.limit = limit;
    this.request =
        CreateDrive.named(Leftovers.DRIVE)
            .size(size)
            .region(region.name())
            .description("made by mooring demo, which deletes it again")
            .label(Leftovers.label(), Leftovers.DRIVE);
    this.leftovers = new Leftovers(storage, region.name(), limit);
    this.story = new Story(cli);
  }

  void run(boolean keep) {
    List<String> removed = waiting("cleaning up", () -> leftovers.remove());
    story.step("Begin", begin(removed));
    Cost cost = storage.prices().estimate(request, Duration.ofDays(30));
    story.step(
        "Price",
        request.requestedSize().orElseThrow()
            + " cost "
            + cost.total()
            + " for 30 days, "
            + cost.perMonth()
            + " per month");
    CloudDrive drive = create();
    Note note = new Note(MOUNT + "/note.txt", "Written on " + Leftovers.FIRST + ", " + drive.id());
    Instance first = launch(drive, Leftovers.FIRST);
    note.write(first);
    story.step(
        "Write",
        note.path() + ", " + note.text().length() + " bytes",
        "SHA-256 " + note.checksum());
    free(first);
    Instance second = launch(drive, Leftovers.SECOND);
    note.verify(second);
    story.step("Read", note.path() + ": the bytes are intact", "SHA-256 " + note.checksum());
    if (keep) {
      story.step("Keep", kept(second));
    } else {
      free(second);
      delete(drive);
    }
    story.end(
        Json.object()
            .put("region", region.name())
            .put("backend", region.backend())
            .put("drive", drive.id().value())
            .put("sha256", note.checksum())
            .put("intact", true)
            .put("kept", keep)
            .set("cost", CostJson.of(cost)));
  }

  private String[] begin(List<String> removed) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "region "
            + region.name()
            + " on the backend "
            + region.backend()
            + ", account "
            + cli.configuration().account());
    if (!removed.isEmpty()) {
      lines.add("removed what an earlier demo left: " + String.join(", ", removed));
    }
    return lines.toArray(String[]::new);
  }

  private CloudDrive create() {
    CloudDrive drive =
        cli.waiting(
            "creating drive/" + Leftovers.DRIVE,
            AFTERWARDS,
            display -> storage.cloudDrives().create(request).await(limit, display));
    String states =
        Stream.concat(
                drive.operation().history().stream().map(OperationEvent::state),
                Stream.of(drive.provisioning().name()))
            .filter(STATES::contains)
            .distinct()
            .collect(Collectors.joining(" > "));
    List<String> lines = new ArrayList<>();
    lines.add(drive.ref() + ", " + drive.size() + ", profile " + drive.profile() + ": " + states);
    lines.add("id " + drive.id());
    new TreeMap<>(drive.backendDetails()).forEach((key, value) -> lines.add(key + " " + value));
    story.step("Create", lines.toArray(String[]::new));
    return drive;
  }

  private Instance launch(CloudDrive drive, String name) {
    Plan<Launch> plan =
        storage
            .attachments()
            .to(Target.instance(name).region(region.name()))
            .mount(drive, MOUNT)
            .plan();
    List<String> lines = new ArrayList<>();
    plan.changes().forEach(change -> lines.add(change.toString()));
    plan.warnings().forEach(warning -> lines.add(warning.toString()));
    lines.add("cost " + plan.cost().total() + " for 30 days; nothing has changed yet");
    story.step("Plan", lines.toArray(String[]::new));
    Launch launch = plan.apply();
    Instance instance =
        waiting(
            "launching instance/" + name, () -> storage.instances().launch(launch).await(limit));
    Path path = instance.path(MOUNT);
    story.step(
        "Attach",
        instance.target() + " is " + instance.state() + " with " + drive.ref() + " at " + MOUNT,
        path.toString().equals(MOUNT) ? "a path inside of the instance" : MOUNT + " is " + path);
    return instance;
  }

  private void free(Instance instance) {
    waiting(
        "stopping " + instance.target(),
        () -> {
          instance.stop();
          leftovers.detach(instance.name());
          return instance;
        });
    story.step("Detach", instance.target() + " is stopped, the drive is free");
  }

  private void delete(CloudDrive drive) {
    waiting("deleting " + drive.ref(), () -> drive.refresh().purge().await(limit));
    leftovers.checkNothing();
    story.step("Delete", drive.ref() + " is deleted; nothing is left");
  }

  private String[] kept(Instance instance) {
    return new String[] {
      "the drive stays attached to " + instance.target() + "; look at it:",
      "  mooring drive describe " + Leftovers.DRIVE,
      "  mooring instance exec " + instance.name() + " -- ls -l " + MOUNT,
      "and remove it: mooring demo"
    };
  }

  private <T> T waiting(String what, Supplier<T> work) {
    return cli.waiting(
        what,
        AFTERWARDS,
        display -> {
          display.accept(new Progress(0, ""));
          return work.get();
        });
  }
}
