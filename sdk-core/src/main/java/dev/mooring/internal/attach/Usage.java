package dev.mooring.internal.attach;

import dev.mooring.error.Holder;
import dev.mooring.filesystem.ShareState;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Restores;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everybody who keeps a volume from being deleted: its holder, and whoever mounts it. */
public final class Usage {
  private static final String SHARE = "share";

  private Usage() {}

  /**
   * The living holders of a volume, those who mount it without a claim, the volumes that are being
   * made from it, and its shares in other namespaces. Who mounts without a claim what is only to be
   * forgotten is none of them: it keeps what it has.
   */
  public static List<Holder> of(RegionSession session, VolumeRecord volume) {
    List<Holder> holders = new ArrayList<>(Restores.of(session, volume.spec().id().value()));
    Liveness.of(session, volume).stream()
        .filter(Held::live)
        .forEach(held -> holders.add(held.holder()));
    volume.shares().forEach(share -> holders.add(holder(share)));
    List<VolumeUser> users = volume.custody().forgets() ? List.of() : users(session, volume);
    for (VolumeUser user : users) {
      Holder holder = holder(user);
      boolean known =
          holders.stream()
              .anyMatch(h -> h.kind().equals(holder.kind()) && h.name().equals(holder.name()));
      if (!known) {
        holders.add(holder);
      }
    }
    return holders;
  }

  /** Who mounts a volume now, finished users included. */
  public static List<VolumeUser> users(RegionSession session, VolumeRecord volume) {
    Map<String, List<VolumeUser>> users = session.attaching().users(List.of(volume));
    return users.getOrDefault(volume.key(), List.of());
  }

  /** A user, for errors. */
  public static Holder holder(VolumeUser user) {
    return new Holder(
        user.kind(),
        user.name(),
        user.state().name().toLowerCase(Locale.ROOT),
        user.since(),
        user.active());
  }

  /** A share, for errors: whether anybody mounts it or not. */
  public static Holder holder(ShareRecord share) {
    String words =
        share.state() == ShareState.MADE
            ? share.readOnly() ? "read-only" : "read and write"
            : share.state().name().toLowerCase(Locale.ROOT);
    return new Holder(SHARE, share.place(), words, share.since(), true);
  }

  /** What to do about holders. */
  public static String hint(List<Holder> holders) {
    if (!holders.isEmpty() && holders.stream().allMatch(h -> h.kind().equals(SHARE))) {
      return "revoke its shares: their data are this volume's";
    }
    boolean finished =
        !holders.isEmpty() && holders.stream().allMatch(h -> h.state().equals("finished"));
    return finished
        ? "they have finished, but their objects keep the volume: delete them"
        : "stop them or detach the volume, then try again";
  }
}
