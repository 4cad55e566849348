package dev.mooring.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Attachments;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetAttachments;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.Helping;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeFinder.Found;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The account's attachments, over all regions. */
public final class DefaultAttachments implements Attachments {
  private final Sessions sessions;
  private final Mountables volumes;

  /** The attachments of these regions. */
  public DefaultAttachments(Sessions sessions, Mountables volumes) {
    this.sessions = sessions;
    this.volumes = volumes;
  }

  @Override
  public LaunchRequest to(Target target) {
    return DefaultLaunchRequest.of(sessions, volumes, target);
  }

  @Override
  public TargetAttachments of(Target target) {
    return new DefaultTargetAttachments(sessions, volumes, target);
  }

  @Override
  public List<Attachment> of(VolumeRef volume) {
    Problem problem = Problem.tried("list the attachments of").on(Shown.plain(volume.toString()));
    List<Found> found = VolumeFinder.find(sessions, volume);
    if (found.isEmpty()) {
      throw new NotFoundException(problem.because("the account has no such volume"));
    }
    if (found.size() > 1) {
      throw new InvalidRequestException(problem, List.of(Ambiguous.found("volume", found)));
    }
    return found.get(0).view().held().stream().map(Held::attachment).toList();
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
