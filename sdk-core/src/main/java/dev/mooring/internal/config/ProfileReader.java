package dev.mooring.internal.config;

import dev.mooring.profile.CreateBy;
import dev.mooring.profile.Profile;
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
            .withQuota(profile.capacity("quota").orElse(null));
    profile.allow("accessMode");
    Profile kept = profile.duration("trash").map(read::withTrash).orElse(read);
    return profile.bool("default").orElse(false) ? kept.asDefault() : kept;
  }

  private static String digits(String path) {
    return path.replaceAll("[^0-9]", "");
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
