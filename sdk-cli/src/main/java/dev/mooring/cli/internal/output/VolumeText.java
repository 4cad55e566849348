package dev.mooring.cli.internal.output;

import dev.mooring.attachment.Attachment;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Volumes for people. */
public final class VolumeText {
  private VolumeText() {}

  /** One volume, a line for each of its values. */
  public static String of(SizedVolume<?> volume, Style style) {
    return of(volume, style, fields -> {});
  }

  /** The same, with more lines after its size: what was asked for apart. */
  public static String of(SizedVolume<?> volume, Style style, Consumer<Fields> more) {
    Fields fields = new Fields(style);
    fields.add("name", volume.ref().toString());
    fields.add("id", volume.id().value());
    fields.add("status", style.status(volume.status()) + " since " + Words.time(volume.since()));
    volume.statusReason().ifPresent(reason -> reason(fields, reason));
    fields.add("account", volume.account());
    fields.add("owner", volume.owner().toString());
    fields.add("region", volume.region());
    fields.add("profile", volume.profile());
    fields.add("size", Words.size(volume.size()) + " (enforced: " + volume.enforcement() + ")");
    fields.add("capacity", Words.size(volume.capacity()));
    more.accept(fields);
    fields.add("access mode", Words.orDash(volume.accessMode().map(AccessMode::kubernetesName)));
    fields.add("created", Words.time(volume.createdAt()));
    if (volume.adopted()) {
      fields.add("adopted", "yes: its data stays when it is deleted");
    }
    volume.source().ifPresent(source -> fields.add("made from", source.toString()));
    volume.description().ifPresent(words -> fields.add("description", words));
    volume.defaultMountPath().ifPresent(path -> fields.add("mount path", path.value()));
    if (!volume.labels().entries().isEmpty()) {
      fields.add(
          "labels",
          volume.labels().entries().entrySet().stream()
              .map(label -> label.getKey() + "=" + label.getValue())
              .collect(Collectors.joining(", ")));
    }
    volume
        .restorableUntil()
        .ifPresent(until -> fields.add("restorable", "until " + Words.time(until)));
    volume
        .protectedSince()
        .ifPresent(since -> fields.add("protected", "since " + Words.time(since)));
    volume.attachments().forEach(attachment -> fields.add("attached", of(attachment)));
    new TreeMap<>(volume.backendDetails())
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
        + (attachment.live() ? "" : ", target not alive")
        + attachment.reasonIfSet().map(why -> ", " + why.reason() + ": " + why.raw()).orElse("");
  }

  /** A table of volumes. */
  public static Table table(Collection<? extends SizedVolume<?>> volumes, Instant now) {
    Table table = new Table("NAME", "SIZE", "STATUS", "AGE", "REGION", "PROFILE", "ATTACHED TO");
    for (SizedVolume<?> volume : volumes) {
      table.row(
          volume.name(),
          Words.size(volume.size()),
          volume.status() + volume.statusReason().map(why -> ": " + why.reason()).orElse(""),
          Words.age(volume.createdAt(), now),
          volume.region(),
          volume.profile(),
          volume.attachments().isEmpty()
              ? "-"
              : volume.attachments().stream()
                  .map(a -> a.target() + ":" + a.path())
                  .collect(Collectors.joining(", ")));
    }
    return table;
  }

  /** A table of the trash. */
  public static Table trash(Collection<? extends SizedVolume<?>> volumes, Instant now) {
    Table table =
        new Table("NAME", "SIZE", "DELETED", "RESTORABLE UNTIL", "REGION", "PROFILE", "PROTECTED");
    for (SizedVolume<?> volume : volumes) {
      table.row(
          volume.name(),
          Words.size(volume.size()),
          Words.age(volume.since(), now),
          volume.restorableUntil().map(Words::time).orElse("-"),
          volume.region(),
          volume.profile(),
          volume.isProtected() ? "yes" : "no");
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
          attachment.state() + attachment.reasonIfSet().map(why -> ": " + why.reason()).orElse(""),
          Words.age(attachment.since(), now),
          attachment.live() ? "yes" : "no");
    }
    return table;
  }
}
