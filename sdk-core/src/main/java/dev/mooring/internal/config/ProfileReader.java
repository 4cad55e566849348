package dev.mooring.internal.config;

import dev.mooring.profile.CreateBy;
import dev.mooring.profile.Profile;
import dev.mooring.snapshot.SnapshotSchedule;
import dev.mooring.spi.Settings;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads profiles. */
final class ProfileReader {
  static final Map<String, VolumeKind> KINDS = words(VolumeKind.values(), VolumeKind::word);
  private static final Map<String, AccessMode> MODES =
      words(AccessMode.values(), AccessMode::kubernetesName);
  private static final Map<String, CreateBy> ROLES = words(CreateBy.values(), CreateBy::word);
  private static final Map<VolumeKind, String> LANES =
      Map.of(
          VolumeKind.DRIVE, "fast-rwo",
          VolumeKind.FILESYSTEM, "shared-rwx",
          VolumeKind.OBJECT, "object");

  private ProfileReader() {}

  /** Reads a profile; a wrong value counts as missing, beside its violation. */
  static Profile read(Settings profile) {
    for (String key : List.of("name", "kind")) {
      if (profile.raw(key).isEmpty()) {
        profile.wrong(key, "is missing");
      }
    }
    String name = profile.string("name").orElse("unnamed-" + digits(profile.path()));
    Optional<VolumeKind> kind = profile.oneOf("kind", KINDS);
    VolumeKind knownKind = kind.orElse(VolumeKind.DRIVE);
    String lane = profile.string("lane").orElse(LANES.getOrDefault(knownKind, ""));
    Profile read =
        Profile.of(name, knownKind, lane)
            .withStorageClass(profile.string("storageClass").orElse(null))
            .withSnapshotClass(profile.string("snapshotClass").orElse(null))
            .withAccessMode(kind.isEmpty() ? null : profile.oneOf("accessMode", MODES).orElse(null))
            .withSizes(
                profile.capacity("minSize").orElse(Capacity.gb(1)),
                profile.capacity("maxSize").orElse(null))
            .withMountPath(profile.parsed("mountPath", MountPath::new).orElse(null))
            .withBestFor(profile.strings("bestFor"))
            .withNodeSelector(profile.map("nodeSelector"))
            .withAdminContact(profile.string("adminContact").orElse(null))
            .withCreateBy(profile.oneOf("createBy", ROLES).orElse(CreateBy.MEMBER))
            .withDeclared(declared(profile))
            .withQuota(profile.capacity("quota").orElse(null))
            .withSnapshots(schedule(profile))
            .withShareSecret(profile.string("shareSecret").orElse(null))
            .withDriver(profile.string("driver").orElse(null))
            .withSizeStep(profile.capacity("sizeStep").orElse(null))
            .withSamples(
                profile.sections("measured").stream()
                    .flatMap(sample -> SampleReader.read(sample).stream())
                    .toList());
    profile.allow("accessMode");
    Profile kept = profile.duration("trash").map(read::withTrash).orElse(read);
    return profile.bool("default").orElse(false) ? kept.asDefault() : kept;
  }

  private static String digits(String path) {
    return path.replaceAll("[^0-9]", "");
  }

  private static @Nullable SnapshotSchedule schedule(Settings profile) {
    Optional<Settings> snapshots = profile.section("snapshots");
    if (snapshots.isEmpty()) {
      return null;
    }
    Optional<Settings> keep = snapshots.get().section("keep");
    if (keep.isEmpty()) {
      if (snapshots.get().raw("keep").isEmpty()) {
        snapshots.get().wrong("keep", "is missing");
      }
      return null;
    }
    List<Optional<Integer>> counts =
        Stream.of("hourly", "daily", "weekly", "monthly")
            .map(rule -> keep.get().integer(rule, 0, SnapshotSchedule.MOST))
            .toList();
    List<Integer> known = counts.stream().map(count -> count.orElse(0)).toList();
    if (known.stream().allMatch(count -> count == 0)) {
      snapshots.get().wrong("keep", "must keep at least one: hourly, daily, weekly or monthly");
      return null;
    }
    return new SnapshotSchedule(known.get(0), known.get(1), known.get(2), known.get(3));
  }

  private static Map<String, Object> declared(Settings profile) {
    Map<String, Object> declared = new LinkedHashMap<>();
    for (String key : List.of("durability", "expected")) {
      profile
          .raw(key)
          .ifPresent(
              value -> {
                if (value instanceof Map<?, ?>) {
                  declared.put(key, value);
                } else {
                  profile.wrong(key, "must be a section of keys and values");
                }
              });
    }
    return declared;
  }

  private static <E> Map<String, E> words(E[] values, Function<E, String> word) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> words.put(word.apply(value), value));
    return words;
  }
}
