package dev.mooring.embedded.share;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.filesystem.ShareState;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.Sharing;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Namespaces of a cluster that is only remembered: two objects per share, as on a real one. */
final class RememberedShares implements Sharing {
  /** Volumes by the share's id: the key of the record. */
  final Map<String, String> volumes = new ConcurrentHashMap<>();

  /** Claims by NAMESPACE/NAME: the share's id, or {@code foreign}. */
  final Map<String, String> claims = new ConcurrentHashMap<>();

  final Map<String, String> places = new ConcurrentHashMap<>();
  final Set<String> pods = ConcurrentHashMap.newKeySet();
  volatile Runnable between = () -> {};
  volatile boolean forbidden;

  @Override
  public List<Violation> check(VolumeRecord volume, ShareRecord share) {
    if (share.namespace().equals("missing")) {
      return List.of(Violation.of("namespace", "there is none").as(ErrorCode.NOT_FOUND));
    }
    return volume.spec().name().startsWith("rbd")
        ? List.of(Violation.of("SHARING", "RBD cannot").as(ErrorCode.UNSUPPORTED))
        : List.of();
  }

  @Override
  public boolean make(VolumeRecord volume, ShareRecord share) {
    if (forbidden) {
      throw new AccessDeniedException(
          Problem.tried("create").on("persistentvolumes").because("forbidden"));
    }
    volumes.put(share.id(), volume.key());
    places.put(share.id(), share.place());
    between.run();
    String there = claims.putIfAbsent(share.place(), share.id());
    if (there != null && !there.equals(share.id())) {
      throw new ConflictException(Problem.tried("share").on(share.place()).because("taken"));
    }
    return true;
  }

  @Override
  public List<VolumeUser> users(ShareRecord share) {
    return pods.contains(share.place())
        ? List.of(
            new VolumeUser(
                "pod", "reader", VolumeUser.State.RUNNING, true, null, null, null, false))
        : List.of();
  }

  @Override
  public boolean revoke(ShareRecord share) {
    if (pods.contains(share.place())) {
      return false;
    }
    boolean unused = claims.remove(share.place(), share.id());
    between.run();
    places.remove(share.id());
    String unusedKey = volumes.remove(share.id());
    return true;
  }

  @Override
  public List<MadeShare> made() {
    List<MadeShare> made = new ArrayList<>();
    places.forEach(
        (id, place) -> {
          String[] parts = place.split("/", 2);
          OperationId operation =
              OperationId.random("us-central", "fs", "any", OperationType.UNSHARE);
          ShareRecord share =
              new ShareRecord(
                  id, parts[0], parts[1], false, ShareState.REVOKING, Instant.EPOCH, operation);
          made.add(new MadeShare(volumes.getOrDefault(id, "none"), share));
        });
    return made;
  }

  boolean isEmpty() {
    return volumes.isEmpty() && claims.isEmpty() && places.isEmpty();
  }
}
