package dev.mooring.internal.audit;

import dev.mooring.admin.AuditKind;
import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.Claim;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Drives that are held for a target without a record: somebody took that away by hand. */
final class MissingTargets implements Auditor {
  @Override
  public List<Item> find(Look look) {
    RegionSession session = look.session();
    Set<String> known = look.targets().stream().map(TargetRecord::key).collect(Collectors.toSet());
    List<VolumeRecord> suspects =
        look.volumes().stream()
            .filter(volume -> !volume.deleting())
            .filter(
                volume -> volume.holder().filter(c -> !known.contains(c.targetKey())).isPresent())
            .filter(
                volume ->
                    volume.holder().filter(c -> Look.isGone(session, c.targetKey())).isPresent())
            .toList();
    if (suspects.isEmpty()) {
      return List.of();
    }
    // A detach ends with the target's record, so the drive may have been free before that went.
    List<VolumeRecord> again = session.auditing().volumes();
    List<Item> items = new ArrayList<>();
    for (VolumeRecord suspect : suspects) {
      if (again.stream()
          .anyMatch(v -> v.key().equals(suspect.key()) && v.version().equals(suspect.version()))) {
        suspect.holder().ifPresent(claim -> items.add(item(look, suspect, claim)));
      }
    }
    return items;
  }

  private static Item item(Look look, VolumeRecord volume, Claim claim) {
    RegionSession session = look.session();
    String words = "it is held for " + claim.target() + ", which has no record";
    Optional<VolumeUser> user = user(session, volume);
    if (user.isPresent()) {
      return Item.byHand(
          look,
          AuditKind.MISSING_TARGET,
          volume.resource(),
          volume.version(),
          claim.since(),
          words + ", and " + user.get().kind() + " " + user.get().name() + " mounts it",
          "stop " + user.get().kind() + " " + user.get().name() + ", then audit again");
    }
    return Item.automatic(
        look,
        AuditKind.MISSING_TARGET,
        volume.resource(),
        volume.version(),
        claim.since(),
        words,
        "frees the drive",
        () -> free(session, volume));
  }

  private static Optional<VolumeUser> user(RegionSession session, VolumeRecord volume) {
    return Usage.users(session, volume).stream().filter(VolumeUser::active).findFirst();
  }

  private static String free(RegionSession session, VolumeRecord found) {
    VolumeRecord current = Changed.same(session, session.volumes(), found, found.resource());
    boolean still =
        current.holder().filter(c -> Look.isGone(session, c.targetKey())).isPresent()
            && user(session, current).isEmpty();
    if (!still || session.volumes().swap(current.withClaim(null)).isEmpty()) {
      throw Changed.since(session, found.resource());
    }
    return "the drive is free";
  }
}
