package dev.mooring.internal.attach;

import dev.mooring.error.Holder;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Restores;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everybody who keeps a volume from being deleted: its holder, and whoever mounts it. */
public final class Usage {
  private Usage() {}

  /**
   * The living holders of a volume, those who mount it without a claim, and the volumes that are
   * being made from it.
   */
  public static List<Holder> of(RegionSession session, VolumeRecord volume) {
    List<Holder> holders = new ArrayList<>(Restores.of(session, volume.spec().id().value()));
    Liveness.of(session, volume).stream()
        .filter(Held::live)
        .forEach(held -> holders.add(held.holder()));
    for (VolumeUser user : users(session, volume)) {
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

  /** What to do about holders. */
  public static String hint(List<Holder> holders) {
    boolean finished =
        !holders.isEmpty() && holders.stream().allMatch(h -> h.state().equals("finished"));
    return finished
        ? "they have finished, but their objects keep the volume: delete them"
        : "stop them or detach the volume, then try again";
  }
}
