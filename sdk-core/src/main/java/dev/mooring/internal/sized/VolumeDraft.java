package dev.mooring.internal.sized;

import dev.mooring.access.Owner;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.snapshot.Sources;
import dev.mooring.internal.validate.Descriptions;
import dev.mooring.internal.validate.LabelsCheck;
import dev.mooring.internal.validate.MountPaths;
import dev.mooring.internal.validate.Names;
import dev.mooring.internal.validate.Sizes;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Keys;
import dev.mooring.profile.Profile;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.spi.Nearest;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, checked against everything that needs no backend.
 *
 * @param request the request
 * @param session the region, or null when it is among the violations
 * @param profile the profile, or null likewise
 * @param size the size, or null likewise
 * @param mountPath the default mount path, or null
 * @param source what it is to be made from, or null
 * @param violations what is wrong
 */
record VolumeDraft(
    CreateSizedVolume<?> request,
    @Nullable RegionSession session,
    @Nullable Profile profile,
    @Nullable Capacity size,
    @Nullable MountPath mountPath,
    @Nullable SourceSpec source,
    Violations violations) {

  static VolumeDraft of(Sessions sessions, CreateSizedVolume<?> request) {
    Violations violations = new Violations();
    Names.volume(violations, "name", request.name());
    Sources.@Nullable Found source = SourceLook.find(sessions, request, violations);
    List<dev.mooring.error.Violation> regionProblems = new ArrayList<>();
    String region = request.region() == null && source != null ? source.region() : request.region();
    RegionSession session = sessions.resolve(region, "region", regionProblems);
    violations.addAll(regionProblems);
    Profile profile = session == null ? null : profile(session, request, source, violations);
    Capacity size = request.size();
    if (source != null) {
      size = size == null ? Capacity.ofBytes(source.sizeBytes()) : size;
      SourceLook.check(source, request.kind(), session, size, violations);
    }
    Sizes.check(violations, "size", size, profile);
    Descriptions.check(violations, "description", request.description());
    LabelsCheck.check(violations, "labels", request.labels());
    MountPath path = null;
    if (request.mountPath() != null) {
      path = MountPaths.check(violations, "mountPath", request.mountPath());
    } else if (profile != null) {
      path = profile.mountPath();
    }
    return new VolumeDraft(
        request, session, profile, size, path, source == null ? null : source.spec(), violations);
  }

  private static @Nullable Profile profile(
      RegionSession session,
      CreateSizedVolume<?> request,
      Sources.@Nullable Found source,
      Violations violations) {
    List<String> names =
        session.profiles(request.kind()).stream().map(Profile::name).sorted().toList();
    String nouns = SizedKind.of(request.kind()).nouns();
    String asked = request.profile();
    if (asked == null && source != null && names.contains(source.profile())) {
      return session.profile(source.profile()).orElse(null);
    }
    if (asked == null) {
      Optional<Profile> standard = session.defaultProfile(request.kind());
      if (standard.isEmpty()) {
        violations.add(
            "profile",
            names.isEmpty()
                ? "region " + session.name() + " offers no " + nouns
                : "is missing, and the region has no default; profiles of "
                    + nouns
                    + " are "
                    + String.join(", ", names));
      }
      return standard.orElse(null);
    }
    Optional<Profile> found = session.profile(asked).filter(p -> p.kind() == request.kind());
    if (found.isEmpty()) {
      String suggestion = Nearest.of(asked, names).orElse(null);
      violations.add(
          "profile",
          "region "
              + session.name()
              + " has no such profile of "
              + nouns
              + "; it has "
              + String.join(", ", names),
          suggestion);
    }
    return found.orElse(null);
  }

  /** The specification, once there are no violations. */
  VolumeSpec spec(String account, Owner owner) {
    RegionSession region = session;
    Profile from = profile;
    Capacity asked = size;
    if (region == null || from == null || asked == null) {
      throw new IllegalStateException("violations: " + violations.list());
    }
    return new VolumeSpec(
        VolumeId.random(),
        account,
        request.kind(),
        request.name(),
        owner,
        region.name(),
        from.name(),
        asked.bytes(),
        from.accessMode(),
        from.storageClass(),
        request.description(),
        mountPath,
        request.labels(),
        source);
  }

  /** What it is to be made from; empty to begin empty. */
  Optional<SourceSpec> madeFrom() {
    return Optional.ofNullable(source);
  }

  String key(String account) {
    return Keys.volume(account, request.kind(), request.name());
  }
}
