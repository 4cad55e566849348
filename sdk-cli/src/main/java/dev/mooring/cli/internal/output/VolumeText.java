package dev.mooring.cli.internal.output;

import dev.mooring.attachment.Attachment;
import dev.mooring.drive.CloudDrive;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Drives for people. */
public final class VolumeText {
  private VolumeText() {}

  /** One drive, a line for each of its values. */
  public static String of(CloudDrive drive, Style style) {
    Fields fields = new Fields(style);
    fields.add("name", drive.ref().toString());
    fields.add("id", drive.id().value());
    fields.add("status", style.status(drive.status()) + " since " + Words.time(drive.since()));
    drive.statusReason().ifPresent(reason -> reason(fields, reason));
    fields.add("account", drive.account());
    fields.add("owner", drive.owner().toString());
    fields.add("region", drive.region());
    fields.add("profile", drive.profile());
    fields.add("size", Words.size(drive.size()) + " (enforced: " + drive.enforcement() + ")");
    fields.add("capacity", Words.size(drive.capacity()));
    fields.add("used", Words.size(drive.used()));
    fields.add("access mode", Words.orDash(drive.accessMode().map(AccessMode::kubernetesName)));
    fields.add("created", Words.time(drive.createdAt()));
    drive.description().ifPresent(words -> fields.add("description", words));
    drive.defaultMountPath().ifPresent(path -> fields.add("mount path", path.value()));
    if (!drive.labels().entries().isEmpty()) {
      fields.add(
          "labels",
          drive.labels().entries().entrySet().stream()
              .map(label -> label.getKey() + "=" + label.getValue())
              .collect(Collectors.joining(", ")));
    }
    drive
        .restorableUntil()
        .ifPresent(until -> fields.add("restorable", "until " + Words.time(until)));
    drive.attachments().forEach(attachment -> fields.add("attached", of(attachment)));
    new TreeMap<>(drive.backendDetails())
        .forEach((key, value) -> fields.add("backend " + key, value));
    return fields.toString();
  }

  private static void reason(Fields fields, StatusReason reason) {
    fields.add("reason", reason.reason() + (reason.raw().isEmpty() ? "" : ": " + reason.raw()));
    fields.add("hint", reason.hint());
  }

  private static String of(Attachment attachment) {
    return "to "
        + attachment.target()
        + " at "
        + attachment.path()
        + (attachment.readOnly() ? ", read-only" : "")
        + ", "
        + attachment.state()
        + " since "
        + Words.time(attachment.since())
        + (attachment.live() ? "" : ", target not alive");
  }

  /** A table of drives. */
  public static Table table(Collection<CloudDrive> drives, Instant now) {
    Table table = new Table("NAME", "SIZE", "STATUS", "AGE", "REGION", "PROFILE", "ATTACHED TO");
    for (CloudDrive drive : drives) {
      table.row(
          drive.name(),
          Words.size(drive.size()),
          drive.status() + drive.statusReason().map(why -> ": " + why.reason()).orElse(""),
          Words.age(drive.createdAt(), now),
          drive.region(),
          drive.profile(),
          drive.attachments().isEmpty()
              ? "-"
              : drive.attachments().stream()
                  .map(a -> a.target() + ":" + a.path())
                  .collect(Collectors.joining(", ")));
    }
    return table;
  }

  /** A table of attachments. */
  public static Table attachments(Collection<Attachment> attachments, Instant now) {
    Table table = new Table("VOLUME", "TARGET", "PATH", "MODE", "STATE", "AGE", "LIVE");
    for (Attachment attachment : attachments) {
      table.row(
          attachment.volume().toString(),
          attachment.target().toString(),
          attachment.path().value(),
          attachment.readOnly() ? "ro" : "rw",
          attachment.state().name(),
          Words.age(attachment.since(), now),
          attachment.live() ? "yes" : "no");
    }
    return table;
  }
}
