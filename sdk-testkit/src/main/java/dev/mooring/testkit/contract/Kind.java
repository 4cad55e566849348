package dev.mooring.testkit.contract;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.profile.Profile;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.sized.SizedVolumes;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of volumes under test, so that one test serves all kinds.
 *
 * @param kind the kind
 * @param volumes a client's volumes of the kind
 * @param request a bare request
 * @param profiles the fixture's profile of the kind
 * @param <V> the type of a volume
 * @param <C> the type of a request
 */
public record Kind<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>(
    VolumeKind kind,
    Function<StorageClient, SizedVolumes<V, C>> volumes,
    Function<String, C> request,
    Function<BackendFixture, Optional<Profile>> profiles) {
  /** Cloud drives. */
  public static final Kind<CloudDrive, CreateDrive> DRIVE =
      new Kind<>(
          VolumeKind.DRIVE,
          StorageClient::cloudDrives,
          CreateDrive::named,
          fixture -> Optional.of(fixture.profile()));

  /** Shared filesystems. */
  public static final Kind<SharedFilesystem, CreateFilesystem> FILESYSTEM =
      new Kind<>(
          VolumeKind.FILESYSTEM,
          StorageClient::filesystems,
          CreateFilesystem::named,
          BackendFixture::filesystemProfile);

  /** A client's volumes of the kind. */
  public SizedVolumes<V, C> of(StorageClient client) {
    return volumes.apply(client);
  }

  /** A bare request. */
  public C named(String name) {
    return request.apply(name);
  }

  /** A volume of the kind. */
  public VolumeRef ref(String name) {
    return new VolumeRef(kind, name);
  }

  /** The fixture's profile of the kind; empty where the backend has no such volumes. */
  public Optional<Profile> profile(BackendFixture fixture) {
    return profiles.apply(fixture);
  }

  /** Whether at most one target has a volume. */
  boolean oneWriter() {
    return kind == VolumeKind.DRIVE;
  }

  /** The name of the fixture's profile of the kind with a trash, which keeps for 7 days. */
  public String kept() {
    return like(World.KEPT);
  }

  /**
   * The fixture's profiles of all kinds: its own, as their kinds' defaults, and the same with a
   * trash.
   */
  public static List<Profile> all(BackendFixture fixture) {
    List<Profile> all = new ArrayList<>();
    for (Kind<?, ?> kind : List.of(DRIVE, FILESYSTEM)) {
      kind.profile(fixture)
          .ifPresent(
              own -> {
                all.add(own.asDefault());
                all.add(
                    Profile.of(kind.kept(), own.kind(), own.lane())
                        .withStorageClass(own.storageClass())
                        .withAccessMode(own.accessMode())
                        .withSizes(own.minSize(), own.maxSize())
                        .withMountPath(own.mountPath())
                        .withTrash(World.TRASH));
              });
    }
    return all;
  }

  /** The fixture's profile whose volumes of the kind stay pending. */
  Optional<Profile> pending(BackendFixture fixture) {
    return fixture.pendingProfile().map(this::like);
  }

  private String like(String name) {
    return kind == VolumeKind.DRIVE ? name : name + "-" + kind.word();
  }

  private Profile like(Profile drives) {
    return kind == VolumeKind.DRIVE
        ? drives
        : Profile.of(like(drives.name()), kind, drives.lane())
            .withStorageClass(drives.storageClass());
  }
}
