package dev.mooring.filesystem;

import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.VolumeKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to create a shared filesystem. Immutable: each method returns a changed copy. Its rules
 * are checked when it is planned or created, all at once.
 *
 * @param name a DNS label (RFC 1123): 1 to 63 of a to z, digits and '-', with a letter or digit at
 *     both ends; not one of the words all, none, null, undefined, true, false
 * @param size the size, from the profile's smallest (at least 1 GB) to its largest (at most 1 EiB);
 *     needed, null until it is given
 * @param region the region, or null for the default region
 * @param profile the profile, or null for the region's default profile of filesystems, else its
 *     only one
 * @param description words for people, up to 500 characters, or null
 * @param labels labels to be found by; see {@link Labels} for their rules
 * @param mountPath where it is mounted unless the attachment says otherwise, or null for the
 *     profile's; see {@link dev.mooring.volume.MountPath} for its rules
 * @param source what it begins as a copy of, or null to begin empty
 */
public record CreateFilesystem(
    String name,
    @Nullable Capacity size,
    @Nullable String region,
    @Nullable String profile,
    @Nullable String description,
    Labels labels,
    @Nullable String mountPath,
    @Nullable VolumeSource source)
    implements CreateSizedVolume<CreateFilesystem> {
  /** Checks that the name is there; its form is checked with everything else. */
  public CreateFilesystem {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(labels, "labels");
  }

  /** Begins a request; its size is still to be given. */
  public static CreateFilesystem named(String name) {
    return new CreateFilesystem(name, null, null, null, null, Labels.none(), null, null);
  }

  @Override
  public CreateFilesystem size(Capacity newSize) {
    return new CreateFilesystem(
        name, newSize, region, profile, description, labels, mountPath, source);
  }

  @Override
  public CreateFilesystem region(@Nullable String newRegion) {
    return new CreateFilesystem(
        name, size, newRegion, profile, description, labels, mountPath, source);
  }

  @Override
  public CreateFilesystem profile(@Nullable String newProfile) {
    return new CreateFilesystem(
        name, size, region, newProfile, description, labels, mountPath, source);
  }

  @Override
  public CreateFilesystem description(@Nullable String words) {
    return new CreateFilesystem(name, size, region, profile, words, labels, mountPath, source);
  }

  @Override
  public CreateFilesystem label(String key, String value) {
    return labels(labels.with(key, value));
  }

  @Override
  public CreateFilesystem labels(Labels newLabels) {
    return new CreateFilesystem(
        name, size, region, profile, description, newLabels, mountPath, source);
  }

  @Override
  public CreateFilesystem mountPath(@Nullable String path) {
    return new CreateFilesystem(name, size, region, profile, description, labels, path, source);
  }

  @Override
  public CreateFilesystem from(@Nullable VolumeSource newSource) {
    return new CreateFilesystem(
        name, size, region, profile, description, labels, mountPath, newSource);
  }

  @Override
  public VolumeKind kind() {
    return VolumeKind.FILESYSTEM;
  }
}
