package dev.mooring.internal.audit;

import dev.mooring.admin.AuditKind;
import dev.mooring.filesystem.ShareState;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.Sharing.MadeShare;
import dev.mooring.spi.VolumeRecord;
import java.util.ArrayList;
import java.util.List;

/** Shares that volumes list as made, and that nothing is there of. */
final class MissingShares implements Auditor {
  @Override
  public List<Item> find(Look look) {
    List<Item> items = new ArrayList<>();
    if (look.made().isEmpty()) {
      return items;
    }
    boolean suspect = !missing(look, look.made().get()).isEmpty();
    // One may have been made between the two readings.
    List<MadeShare> again = suspect ? look.session().sharing().made() : List.of();
    if (suspect) {
      // And one may have been revoked before the second: then its volume does not list it so now.
      missing(look, again).stream()
          .filter(one -> Changed.isNot(look.session().volumes(), one.volume()))
          .forEach(one -> items.add(item(look, one)));
    }
    return items;
  }

  private record Listed(VolumeRecord volume, ShareRecord share) {}

  private static List<Listed> missing(Look look, List<MadeShare> made) {
    List<Listed> missing = new ArrayList<>();
    for (VolumeRecord volume : look.volumes()) {
      for (ShareRecord share : volume.shares()) {
        if (share.state() == ShareState.MADE
            && made.stream().noneMatch(one -> one.share().id().equals(share.id()))) {
          missing.add(new Listed(volume, share));
        }
      }
    }
    return missing;
  }

  private static Item item(Look look, Listed listed) {
    return Item.byHand(
        look,
        AuditKind.MISSING_SHARE,
        listed.volume().resource(),
        listed.volume().version() + " " + listed.share().id(),
        listed.share().since(),
        "it lists a share in " + listed.share().place() + ", and nothing is there of it",
        "unshare it there, and share it again if it is still needed");
  }
}
