package dev.mooring.internal.maintenance;

import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.internal.name.AccountNames;
import dev.mooring.internal.recovery.Recovery;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.verify.ScratchVolume;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.maintenance.Maintenance;
import dev.mooring.maintenance.MaintenanceReport;
import dev.mooring.profile.Profile;
import dev.mooring.snapshot.SnapshotSchedule;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maintenance over all regions of a client. */
public final class DefaultMaintenance implements Maintenance {
  /** How many snapshots are taken at once: backends copy, some of them byte by byte. */
  private static final int AT_ONCE = 16;

  private final Sessions sessions;

  /** Maintenance of these regions. */
  public DefaultMaintenance(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public MaintenanceReport run() {
    Report report = new Report();
    for (RegionSession session : sessions.all()) {
      try {
        report.recovered(Recovery.run(List.of(session)));
        ScratchVolume.removeExpired(
            sessions,
            session,
            (resource, failure) -> report.failed(session.name(), resource, failure));
        snapshots(session, report);
      } catch (CancelledException e) {
        throw e;
      } catch (StorageException e) {
        report.failed(session.name(), "region/" + session.name(), e);
      }
    }
    names(report);
    return report.done();
  }

  private void names(Report report) {
    try {
      report.recovered(Recovery.names(new AccountNames(sessions)));
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      report.failed(sessions.all().iterator().next().name(), "names", e);
    }
  }

  private void snapshots(RegionSession session, Report report) {
    if (session.configuration().profiles().stream().allMatch(p -> p.snapshots() == null)) {
      return;
    }
    List<VolumeUpkeep> due = new ArrayList<>();
    RecordQuery all = RecordQuery.where(Map.of(Index.ACCOUNT, session.account()));
    VolumeListing.pages(all, session.volumes()::list)
        .forEach(
            page ->
                page.records()
                    .forEach(
                        record ->
                            schedule(session, record)
                                .map(s -> new VolumeUpkeep(sessions, session, record, s, report))
                                .ifPresent(due::add)));
    for (int from = 0; from < due.size(); from += AT_ONCE) {
      List<VolumeUpkeep> some = due.subList(from, Math.min(from + AT_ONCE, due.size()));
      some.forEach(VolumeUpkeep::begin);
      some.forEach(VolumeUpkeep::end);
    }
  }

  private static Optional<SnapshotSchedule> schedule(RegionSession session, VolumeRecord record) {
    boolean there =
        !record.leaving() && record.provisioned().state() == ProvisioningState.AVAILABLE;
    return there
        ? session.profile(record.spec().profile()).flatMap(Profile::snapshotsIfSet)
        : Optional.empty();
  }
}
