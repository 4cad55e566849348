package dev.mooring.internal.audit;

import dev.mooring.admin.AuditKind;
import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.spi.Index;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names that are reserved in this region for volumes which are not there, in whichever region. Only
 * an account's home has any. A name whose volume is not stored yet is left to its creator for a
 * while.
 */
final class StaleReservations implements Auditor {
  private final Sessions sessions;

  StaleReservations(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public List<Item> find(Look look) {
    Optional<Naming> naming = look.session().backend().ability(Naming.class);
    if (naming.isEmpty()) {
      return List.of();
    }
    RecordStore<NameRecord> names = naming.get().names();
    RecordQuery all = RecordQuery.where(Map.of(Index.ACCOUNT, look.session().account()));
    Map<String, Set<String>> keys = new HashMap<>();
    keys.put(look.session().name(), keys(look.volumes()));
    List<Item> items = new ArrayList<>();
    VolumeListing.pages(all, names::list)
        .flatMap(page -> page.records().stream())
        .filter(name -> name.confirmed() || look.stale(name.since()))
        .forEach(
            name ->
                sessions
                    .find(name.region())
                    .filter(region -> isMissing(keys, region, name))
                    .filter(region -> Changed.isNot(names, name) && isGone(region, name))
                    .ifPresent(region -> items.add(item(look, names, region, name))));
    return items;
  }

  private static boolean isMissing(
      Map<String, Set<String>> keys, RegionSession region, NameRecord name) {
    try {
      return !keys.computeIfAbsent(region.name(), unread -> keys(region.auditing().volumes()))
          .contains(place(name.volumeKey(), name.resource()));
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      return false; // it may be there; that its region cannot be audited spoils not this one's
    }
  }

  private static Set<String> keys(List<VolumeRecord> volumes) {
    return volumes.stream().map(v -> place(v.key(), v.resource())).collect(Collectors.toSet());
  }

  /** An adopted volume's key may have been another name's before. */
  private static String place(String key, String resource) {
    return key + " " + resource;
  }

  /** Whether the volume is surely not there: what cannot be asked or read may be. */
  private static boolean isGone(RegionSession region, NameRecord name) {
    try {
      return VolumeFinder.holder(region, name).isEmpty();
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      return false;
    }
  }

  private static Item item(
      Look look, RecordStore<NameRecord> names, RegionSession region, NameRecord name) {
    return Item.automatic(
        look,
        AuditKind.STALE_RESERVATION,
        name.resource(),
        name.version(),
        name.since(),
        "its name is reserved for a volume in "
            + region.name()
            + " that "
            + (name.confirmed() ? "is gone" : "was never stored"),
        "releases the name",
        () -> release(look.session(), names, region, name));
  }

  private static String release(
      RegionSession home, RecordStore<NameRecord> names, RegionSession region, NameRecord found) {
    NameRecord current = Changed.same(home, names, found, found.resource());
    if (!isGone(region, current) || !names.delete(current)) {
      throw Changed.since(home, found.resource());
    }
    return "the name is free";
  }
}
