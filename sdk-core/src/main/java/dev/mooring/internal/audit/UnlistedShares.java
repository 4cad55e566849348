package dev.mooring.internal.audit;

import dev.mooring.admin.AuditKind;
import dev.mooring.error.InternalException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.Sharing.MadeShare;
import java.util.List;

/** What is there of shares that no volume lists: a share is listed before its first effect. */
final class UnlistedShares implements Auditor {
  @Override
  public List<Item> find(Look look) {
    return look.made().orElse(List.of()).stream()
        .filter(made -> !isListed(look.session(), made))
        .map(made -> item(look, made))
        .toList();
  }

  private static Item item(Look look, MadeShare made) {
    String place = made.share().place();
    return Item.automatic(
        look,
        AuditKind.UNLISTED_SHARE,
        "share/" + made.share().id(),
        made.volumeKey() + " " + place,
        made.share().since(),
        "it was made in " + place + " of " + made.volumeKey() + ", whose record does not list it",
        "takes the share's objects away; the volume's bytes stay",
        () -> revoke(look.session(), made));
  }

  private static boolean isListed(RegionSession session, MadeShare made) {
    try {
      return session
          .volumes()
          .get(made.volumeKey())
          .flatMap(volume -> volume.share(made.share().id()))
          .isPresent();
    } catch (InternalException e) {
      return true; // nobody can read the record: so nobody can say that it is not listed
    }
  }

  private static String revoke(RegionSession session, MadeShare made) {
    boolean there =
        session.sharing().made().stream()
            .anyMatch(
                now ->
                    now.volumeKey().equals(made.volumeKey())
                        && now.share().id().equals(made.share().id())
                        && now.share().place().equals(made.share().place()));
    if (!there || isListed(session, made)) {
      throw Changed.since(session, "share/" + made.share().id());
    }
    return session.sharing().revoke(made.share())
        ? "the share's objects are gone"
        : "the share's objects are being deleted; whoever mounts them keeps them until they stop";
  }
}
