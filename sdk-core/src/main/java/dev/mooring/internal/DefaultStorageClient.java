package dev.mooring.internal;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.access.Role;
import dev.mooring.admin.Admin;
import dev.mooring.attachment.Attachments;
import dev.mooring.config.Configuration;
import dev.mooring.cost.Prices;
import dev.mooring.drive.CloudDrives;
import dev.mooring.filesystem.SharedFilesystems;
import dev.mooring.instance.Instances;
import dev.mooring.internal.admin.DefaultAdmin;
import dev.mooring.internal.attach.DefaultAttachments;
import dev.mooring.internal.attach.Mountables;
import dev.mooring.internal.cost.DefaultPrices;
import dev.mooring.internal.feed.Watching;
import dev.mooring.internal.instance.DefaultInstances;
import dev.mooring.internal.maintenance.DefaultMaintenance;
import dev.mooring.internal.name.AccountNames;
import dev.mooring.internal.name.HomeCheck;
import dev.mooring.internal.operation.DefaultOperations;
import dev.mooring.internal.profile.DefaultProfiles;
import dev.mooring.internal.recovery.Recovery;
import dev.mooring.internal.region.Connections;
import dev.mooring.internal.region.DefaultRegions;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.sized.DefaultCloudDrives;
import dev.mooring.internal.sized.DefaultSharedFilesystems;
import dev.mooring.internal.sized.SizedKind;
import dev.mooring.internal.snapshot.DefaultSnapshots;
import dev.mooring.internal.volume.Quota;
import dev.mooring.maintenance.Maintenance;
import dev.mooring.operation.Operations;
import dev.mooring.operation.RecoveryReport;
import dev.mooring.profile.Profiles;
import dev.mooring.region.Regions;
import dev.mooring.sized.SizedVolume;
import dev.mooring.snapshot.Snapshots;
import dev.mooring.telemetry.CallListener;
import dev.mooring.volume.VolumeKind;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The client: one object for each noun, over the connected regions of one owner. */
public final class DefaultStorageClient implements StorageClient {
  private final Connections connections;
  private final Sessions sessions;
  private final Clock clock;
  private final boolean closes;
  private final CloudDrives cloudDrives;
  private final SharedFilesystems filesystems;
  private final Attachments attachments;

  private DefaultStorageClient(
      Connections connections, Sessions sessions, Clock clock, boolean closes) {
    this.connections = connections;
    this.sessions = sessions;
    this.clock = clock;
    this.closes = closes;
    this.cloudDrives = new DefaultCloudDrives(sessions);
    this.filesystems = new DefaultSharedFilesystems(sessions);
    this.attachments = new DefaultAttachments(sessions, new Mountables(cloudDrives, filesystems));
  }

  /** Opens a client; asks no backend yet. */
  public static StorageClient open(
      Configuration configuration, List<CallListener> listeners, Clock clock) {
    Connections connections =
        Connections.open(
            configuration,
            listeners,
            clock,
            (owners, session, volume) -> new AccountNames(owners).release(session, volume));
    return new DefaultStorageClient(
        connections,
        connections.sessions(configuration.owner(), configuration.role()),
        clock,
        true);
  }

  @Override
  public CloudDrives cloudDrives() {
    return cloudDrives;
  }

  @Override
  public SharedFilesystems filesystems() {
    return filesystems;
  }

  @Override
  public VolumeWatch watch(VolumeListener<? super SizedVolume<?>> listener) {
    return watch(listener, null);
  }

  @Override
  public VolumeWatch watch(ResumeToken from, VolumeListener<? super SizedVolume<?>> listener) {
    return watch(listener, Objects.requireNonNull(from, "from"));
  }

  private VolumeWatch watch(
      VolumeListener<? super SizedVolume<?>> listener, @Nullable ResumeToken from) {
    return Watching.<SizedVolume<?>>begin(
        sessions,
        Set.of(VolumeKind.DRIVE, VolumeKind.FILESYSTEM),
        from,
        listener,
        (session, view) ->
            SizedKind.of(view.record().spec().kind()).maker().make(sessions, session, view));
  }

  @Override
  public Snapshots snapshots() {
    return new DefaultSnapshots(sessions);
  }

  @Override
  public Attachments attachments() {
    return attachments;
  }

  @Override
  public Instances instances() {
    return new DefaultInstances(sessions, attachments);
  }

  @Override
  public Operations operations() {
    return new DefaultOperations(sessions);
  }

  @Override
  public Prices prices() {
    return new DefaultPrices(sessions, clock);
  }

  @Override
  public Regions regions() {
    return new DefaultRegions(sessions, Quota::all, new HomeCheck(sessions)::run);
  }

  @Override
  public Profiles profiles() {
    return new DefaultProfiles(sessions);
  }

  @Override
  public Maintenance maintenance() {
    return new DefaultMaintenance(sessions);
  }

  @Override
  public Admin admin() {
    return new DefaultAdmin(sessions);
  }

  @Override
  public Configuration configuration() {
    return sessions.configuration();
  }

  @Override
  public StorageClient as(Owner owner) {
    return as(owner, Role.MEMBER);
  }

  @Override
  public StorageClient as(Owner owner, Role role) {
    return new DefaultStorageClient(connections, connections.sessions(owner, role), clock, false);
  }

  @Override
  public RecoveryReport recover() {
    return Recovery.run(sessions);
  }

  @Override
  public void close() {
    if (closes) {
      connections.close();
    }
  }
}
