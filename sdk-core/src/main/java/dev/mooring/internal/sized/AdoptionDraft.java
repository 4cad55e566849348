package dev.mooring.internal.sized;

import dev.mooring.access.Owner;
import dev.mooring.adoption.AdoptVolume;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Descriptions;
import dev.mooring.internal.validate.LabelsCheck;
import dev.mooring.internal.validate.MountPaths;
import dev.mooring.internal.validate.Names;
import dev.mooring.internal.validate.Violations;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Adoptable;
import dev.mooring.spi.Adopting;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to adopt a claim or a PersistentVolume, checked against everything that needs no
 * backend; then against what the backend sees of it.
 *
 * @param request the request
 * @param kind the kind of volumes
 * @param session the region, or null when it is among the violations
 * @param mountPath the default mount path asked for, or null
 * @param violations what is wrong
 */
record AdoptionDraft(
    AdoptVolume request,
    VolumeKind kind,
    @Nullable RegionSession session,
    @Nullable MountPath mountPath,
    Violations violations) {
  private static final String VOLUME = "persistentVolume";

  static AdoptionDraft of(Sessions sessions, VolumeKind kind, AdoptVolume request) {
    Violations violations = new Violations();
    Names.volume(violations, "name", request.name());
    List<Violation> regionProblems = new ArrayList<>();
    RegionSession session = sessions.resolve(request.region(), "region", regionProblems);
    violations.addAll(regionProblems);
    what(violations, request);
    Descriptions.check(violations, "description", request.description());
    LabelsCheck.check(violations, "labels", request.labels());
    String path = request.mountPath();
    MountPath mountPath = path == null ? null : MountPaths.check(violations, "mountPath", path);
    return new AdoptionDraft(request, kind, session, mountPath, violations);
  }

  /** A claim or a PersistentVolume, and nothing beside it. */
  private static void what(Violations violations, AdoptVolume request) {
    String claim = request.claim();
    String volume = request.persistentVolume();
    if (claim == null && volume == null) {
      violations.add("claim", "is missing: name a claim or a PersistentVolume, or give a source");
      return;
    }
    String noun = claim == null ? "PersistentVolume" : "claim";
    if (request.source() != null) {
      violations.add("source", "is given beside a " + noun + ": name one of the two");
    }
    if (request.size() != null) {
      violations.add("size", "is given, but a " + noun + " has its own");
    }
    if (claim != null) {
      claim(violations, claim);
    }
    if (volume != null) {
      Names.check(violations, VOLUME, volume, Names.LONGEST);
      if (claim != null) {
        violations.add(VOLUME, "is given beside a claim: name one of the two");
      }
    }
  }

  private static void claim(Violations violations, String claim) {
    if (claim.contains("/")) {
      violations.add(
          "claim", "names a namespace: only claims of the account's own one can be adopted");
    } else {
      Names.check(violations, "claim", claim, Names.LONGEST);
    }
  }

  /** The claim; for a PersistentVolume the one that is made for it. */
  String claim() {
    String claim = request.claim();
    return claim == null
        ? Objects.requireNonNull(request.persistentVolume(), "checked before")
        : claim;
  }

  /** What is adopted, for messages. */
  String what() {
    return (request.claim() == null ? "PersistentVolume " : "claim ") + claim();
  }

  /** Looks at it. */
  Adoptable look(Adopting adopting) {
    return request.claim() == null ? adopting.lookAtVolume(claim(), fit()) : adopting.look(claim());
  }

  /** Makes a record of it; false when it is no more as it was: look again. */
  boolean adopt(Adopting adopting, VolumeRecord record) {
    return request.claim() == null ? adopting.adoptVolume(record, claim()) : adopting.adopt(record);
  }

  /** The access modes that a volume of the kind may have. */
  private Set<AccessMode> fit() {
    return kind == VolumeKind.DRIVE
        ? EnumSet.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE_POD)
        : EnumSet.of(AccessMode.READ_WRITE_MANY);
  }

  /** What stands against adopting what the backend sees, as this kind. */
  List<Violation> standsAgainst(Adoptable seen) {
    Violations found = new Violations();
    found.addAll(seen.violations());
    AccessMode mode = seen.accessMode();
    Set<AccessMode> fit = fit();
    boolean there = seen.record() != null || !seen.version().isEmpty();
    if (there && seen.record() == null && (mode == null || !fit.contains(mode))) {
      found.add(
          request.claim() == null ? VOLUME : "claim",
          "its access mode is "
              + (mode == null ? "unknown" : mode.kubernetesName())
              + ", and a "
              + SizedKind.of(kind).noun()
              + " needs "
              + String.join(" or ", fit.stream().map(AccessMode::kubernetesName).toList()));
    }
    // What is not there has no storage class to go by.
    if (there || request.profile() != null) {
      profile(seen, found);
    }
    return found.list();
  }

  /** The profile that it counts as. */
  Optional<Profile> profile(Adoptable seen, Violations found) {
    RegionSession region = Objects.requireNonNull(session, "checked before");
    List<Profile> all = region.profiles(kind);
    String names = String.join(", ", all.stream().map(Profile::name).sorted().toList());
    String asked = request.profile();
    String nouns = SizedKind.of(kind).nouns();
    if (asked != null) {
      Optional<Profile> named = all.stream().filter(p -> p.name().equals(asked)).findFirst();
      if (named.isEmpty()) {
        found.add(
            "profile",
            "region "
                + region.name()
                + " has no such profile of "
                + nouns
                + "; it has "
                + (names.isEmpty() ? "none" : names));
      }
      return named;
    }
    Optional<Profile> chosen =
        all.stream()
            .filter(p -> p.storageClass() != null && p.storageClass().equals(seen.storageClass()))
            .findFirst()
            .or(() -> region.defaultProfile(kind));
    if (chosen.isEmpty()) {
      found.add(
          "profile",
          "is missing: none of "
              + nouns
              + " is of its storage class or the default; the region has "
              + (names.isEmpty() ? "none" : names));
    }
    return chosen;
  }

  /** The specification, once nothing stands against it. */
  VolumeSpec spec(String account, Owner owner, Adoptable seen) {
    Profile profile = profile(seen, new Violations()).orElseThrow();
    return new VolumeSpec(
        VolumeId.random(),
        account,
        kind,
        request.name(),
        owner,
        Objects.requireNonNull(session, "checked before").name(),
        profile.name(),
        seen.sizeBytes(),
        seen.accessMode(),
        seen.storageClass(),
        request.description(),
        mountPath == null ? profile.mountPath() : mountPath,
        request.labels());
  }

  /** A violation that says that the name is another's. */
  static Violation taken(String words) {
    return Violation.of("name", words).as(ErrorCode.ALREADY_EXISTS);
  }
}
