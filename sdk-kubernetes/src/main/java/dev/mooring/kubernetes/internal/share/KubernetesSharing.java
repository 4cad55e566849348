package dev.mooring.kubernetes.internal.share;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.attach.Pods;
import dev.mooring.kubernetes.internal.attach.VolumeUsers;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.profile.Profile;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.Sharing;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Shares as static PersistentVolumes. The volume is made first and deleted last, so that whatever
 * is left of a share can be found by it; it retains its bytes whatever happens to its claim.
 */
public final class KubernetesSharing implements Sharing {
  private static final int MOST_LOOKS = 40;
  private static final long PAUSE_NANOS = 50_000_000L;

  private final Place place;
  private final StorageClasses classes;
  private final List<Profile> profiles;
  private final ShareCluster cluster;

  /** Shares volumes of a place. */
  public KubernetesSharing(Place place, StorageClasses classes, List<Profile> profiles) {
    this.place = place;
    this.classes = classes;
    this.profiles = List.copyOf(profiles);
    this.cluster = new ShareCluster(place.api());
  }

  @Override
  public List<Violation> check(VolumeRecord volume, ShareRecord share) {
    List<Violation> violations = new ArrayList<>();
    if (share.namespace().equals(place.namespace())) {
      violations.add(
          Violation.of(
              "namespace",
              "it is the filesystem's own namespace: attach it there, without a share"));
    }
    PersistentVolume source = source(volume);
    ShareCheck check = ShareCheck.of(classes, profiles, volume, source);
    violations.addAll(check.violations());
    if (!violations.isEmpty()) {
      return violations;
    }
    Answer claim =
        cluster.tried(cluster.creation(share, ShareObjects.claim(place, volume, share, source)));
    if (claim.code() == 404) {
      violations.add(
          Violation.of("namespace", "there is no namespace " + share.namespace())
              .as(ErrorCode.NOT_FOUND));
    } else if (ShareCluster.exists(claim)) {
      violations.add(
          Violation.of(
                  "claim",
                  "the namespace "
                      + share.namespace()
                      + " has a claim "
                      + share.claim()
                      + " already, which is not of this share: choose another claim name")
              .as(ErrorCode.CONFLICT));
    } else {
      Answer unused =
          cluster.tried(
              cluster.creation(
                  ShareObjects.volume(place, volume, share, source, check.form(), check.secret())));
    }
    return violations;
  }

  /** The PersistentVolume that the shared volume is bound to. */
  private PersistentVolume source(VolumeRecord volume) {
    String name = volume.provisioned().details().getOrDefault("persistentVolume", "");
    Optional<PersistentVolume> found = name.isEmpty() ? Optional.empty() : cluster.volume(name);
    return found.orElseThrow(
        () ->
            new NotFoundException(
                place
                    .api()
                    .errors()
                    .problem("share", volume.resource())
                    .because("its PersistentVolume " + name + " is not there")));
  }

  @Override
  public boolean make(VolumeRecord volume, ShareRecord share) {
    Optional<PersistentVolumeClaim> claim = cluster.claim(share);
    if (claim.isPresent() && !ShareObjects.isOf(claim.get(), share)) {
      throw cluster.taken(ShareCluster.words(share));
    }
    String name = ShareObjects.volumeName(share);
    Optional<PersistentVolume> known = cluster.volume(name);
    if (known.isPresent() && !ShareObjects.isOf(known.get(), share)) {
      throw cluster.taken("persistentvolume " + name);
    }
    if (known.isEmpty() || claim.isEmpty()) {
      create(volume, share, known.isEmpty(), claim.isEmpty());
    }
    return looked(() -> cluster.claim(share).filter(c -> bound(c, share)).isPresent());
  }

  private void create(
      VolumeRecord volume, ShareRecord share, boolean needsVolume, boolean needsClaim) {
    PersistentVolume source = source(volume);
    if (needsVolume) {
      ShareCheck check = ShareCheck.of(classes, profiles, volume, source);
      if (!check.violations().isEmpty()) {
        throw new ConflictException(
            place
                .api()
                .errors()
                .problem("share", volume.resource())
                .because(check.violations().get(0).message()));
      }
      cluster.create(
          cluster.creation(
              ShareObjects.volume(place, volume, share, source, check.form(), check.secret())));
    }
    if (needsClaim) {
      cluster.create(cluster.creation(share, ShareObjects.claim(place, volume, share, source)));
    }
  }

  private boolean bound(PersistentVolumeClaim claim, ShareRecord share) {
    if (!ShareObjects.isOf(claim, share)) {
      throw cluster.taken(ShareCluster.words(share));
    }
    return claim.getStatus() != null && "Bound".equals(claim.getStatus().getPhase());
  }

  @Override
  public List<VolumeUser> users(ShareRecord share) {
    Place there = new Place(place.api(), share.namespace(), place.account(), place.region(), false);
    try {
      return VolumeUsers.of(share.claim(), new Pods(there).list(null));
    } catch (AccessDeniedException e) {
      return List.of();
    }
  }

  @Override
  public boolean revoke(ShareRecord share) {
    Optional<PersistentVolume> volume =
        cluster.volume(ShareObjects.volumeName(share)).filter(v -> ShareObjects.isOf(v, share));
    if (volume.filter(v -> cluster.lost(share, v)).isEmpty()) {
      Optional<PersistentVolumeClaim> claim = ours(share);
      claim.ifPresent(c -> cluster.delete(share, c));
      if (claim.isPresent() && !looked(() -> ours(share).isEmpty())) {
        return false;
      }
    }
    if (volume.isEmpty()) {
      return true;
    }
    cluster.delete(volume.get());
    return looked(() -> cluster.volume(ShareObjects.volumeName(share)).isEmpty());
  }

  private Optional<PersistentVolumeClaim> ours(ShareRecord share) {
    return cluster.claim(share).filter(claim -> ShareObjects.isOf(claim, share));
  }

  /** Whether something is so within two seconds, which is what a healthy cluster needs. */
  private static boolean looked(BooleanSupplier condition) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      if (condition.getAsBoolean()) {
        return true;
      }
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return false;
  }

  @Override
  public List<MadeShare> made() {
    return MadeShares.of(place);
  }
}
