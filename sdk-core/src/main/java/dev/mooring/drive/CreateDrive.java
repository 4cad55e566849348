package dev.mooring.drive;

import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.VolumeKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to create a cloud drive. Immutable: each method returns a changed copy. Its rules are
 * checked when it is planned or created, all at once.
 *
 * @param name a DNS label (RFC 1123): 1 to 63 of a to z, digits and '-', with a letter or digit at
 *     both ends; not one of the words all, none, null, undefined, true, false
 * @param size the size, from the profile's smallest (at least 1 GB) to its largest (at most 1 EiB);
 *     needed, null until it is given
 * @param region the region, or null for the default region
 * @param profile the profile, or null for the region's default profile of drives, else its only one
 * @param description words for people, up to 500 characters, or null
 * @param labels labels to be found by; see {@link Labels} for their rules
 * @param mountPath where it is mounted unless the attachment says otherwise, or null for the
 *     profile's; see {@link dev.mooring.volume.MountPath} for its rules
 * @param source what it begins as a copy of, or null to begin empty
 */
public record CreateDrive(
    String name,
    @Nullable Capacity size,
    @Nullable String region,
    @Nullable String profile,
    @Nullable String description,
    Labels labels,
    @Nullable String mountPath,
    @Nullable VolumeSource source)
    implements CreateSizedVolume<CreateDrive> {
  /** Checks that the name is there; its form is checked with everything else. */
  public CreateDrive {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(labels, "labels");
  }

  /** Begins a request; its size is still to be given. */
  public static CreateDrive named(String name) {
    return new CreateDrive(name, null, null, null, null, Labels.none(), null, null);
  }

  @Override
  public CreateDrive size(Capacity newSize) {
    return new CreateDrive(name, newSize, region, profile, description, labels, mountPath, source);
  }

  @Override
  public CreateDrive region(@Nullable String newRegion) {
    return new CreateDrive(name, size, newRegion, profile, description, labels, mountPath, source);
  }

  @Override
  public CreateDrive profile(@Nullable String newProfile) {
    return new CreateDrive(name, size, region, newProfile, description, labels, mountPath, source);
  }

  @Override
  public CreateDrive description(@Nullable String words) {
    return new CreateDrive(name, size, region, profile, words, labels, mountPath, source);
  }

  @Override
  public CreateDrive label(String key, String value) {
    return labels(labels.with(key, value));
  }

  @Override
  public CreateDrive labels(Labels newLabels) {
    return new CreateDrive(name, size, region, profile, description, newLabels, mountPath, source);
  }

  @Override
  public CreateDrive mountPath(@Nullable String path) {
    return new CreateDrive(name, size, region, profile, description, labels, path, source);
  }

  @Override
  public CreateDrive from(@Nullable VolumeSource newSource) {
    return new CreateDrive(name, size, region, profile, description, labels, mountPath, newSource);
  }

  @Override
  public VolumeKind kind() {
    return VolumeKind.DRIVE;
  }
}
