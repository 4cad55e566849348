package dev.mooring.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Attachments;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetAttachments;
import dev.mooring.drive.CloudDrives;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.Helping;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The account's attachments, over all regions. */
public final class DefaultAttachments implements Attachments {
  private final Sessions sessions;
  private final CloudDrives drives;

  /** The attachments of these regions. */
  public DefaultAttachments(Sessions sessions, CloudDrives drives) {
    this.sessions = sessions;
    this.drives = drives;
  }

  @Override
  public LaunchRequest to(Target target) {
    return DefaultLaunchRequest.of(sessions, drives, target);
  }

  @Override
  public TargetAttachments of(Target target) {
    return new DefaultTargetAttachments(sessions, drives, target);
  }

  @Override
  public List<Attachment> of(VolumeRef volume) {
    VolumeKind kind = volume.kindIfGiven().orElse(VolumeKind.DRIVE);
    return VolumeFinder.find(sessions, kind, volume.name())
        .map(
            found -> {
              Held held = found.view().held();
              return held == null ? List.<Attachment>of() : List.of(held.attachment());
            })
        .orElseThrow(
            () ->
                new NotFoundException(
                    Problem.tried("list the attachments of")
                        .on(Shown.plain(volume.toString()))
                        .because("the account has no such volume")));
  }

  @Override
  public Stream<Attachment> list() {
    return sessions.all().stream().flatMap(DefaultAttachments::list);
  }

  private static Stream<Attachment> list(RegionSession session) {
    RecordQuery query = RecordQuery.where(Map.of(Index.ACCOUNT, session.account()));
    return VolumeListing.pages(query, session.targets()::list)
        .flatMap(page -> attachments(session, page.records()));
  }

  /** The attachments of targets that live. */
  static Stream<Attachment> attachments(RegionSession session, List<TargetRecord> records) {
    List<TargetRecord> helped =
        records.stream()
            .flatMap(r -> Helping.byTheWay(r, () -> TargetSteps.help(session, r).record()).stream())
            .toList();
    return Liveness.judge(session, helped).values().stream()
        .filter(Liveness.Judged::live)
        .flatMap(
            judged ->
                judged.target().mounts().stream()
                    .map(m -> judged.held(m, session.name()).attachment()));
  }
}
