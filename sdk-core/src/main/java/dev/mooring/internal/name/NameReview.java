package dev.mooring.internal.name;

import dev.mooring.error.CancelledException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Keys;
import dev.mooring.internal.volume.Quota;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Index;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the reserved names of an account, and heals those that crashes left. */
public final class NameReview {
  private static final Logger LOG = LoggerFactory.getLogger(NameReview.class);

  private final Sessions sessions;
  private final Optional<Home> home;

  NameReview(Sessions sessions, Optional<Home> home) {
    this.sessions = sessions;
    this.home = home;
  }

  /** What became of a reservation. */
  public enum Standing {
    /** Its volume is there. */
    HELD,
    /** Its volume is there, and the reservation does not say so rightly yet. */
    UNSETTLED,
    /** No volume is there: it was deleted, or never stored. A creation may be under way. */
    STALE,
    /** Its region is none of the client's, or cannot be asked now. */
    UNKNOWN
  }

  /**
   * A reserved name.
   *
   * @param name the reservation
   * @param standing what became of it
   */
  public record Reserved(NameRecord name, Standing standing) {}

  /** All reserved names; changes nothing. */
  public List<Reserved> list() {
    return records().stream().map(name -> new Reserved(name, standing(name))).toList();
  }

  /**
   * Heals one reservation: releases it when its volume is not there, else sets it right. Looks
   * again first, so it may be called for what was listed long ago.
   *
   * @return whether it was released
   */
  public boolean settle(NameRecord name) {
    Problem problem = Problem.tried("release the name").on(name.resource());
    if (home.isEmpty() || sessions.find(name.region()).isEmpty()) {
      return false;
    }
    Optional<NameRecord> now = home.get().names().get(name.key());
    if (now.isEmpty()) {
      return false;
    }
    Standing standing = standing(now.get());
    if (standing == Standing.UNSETTLED) {
      new Reserving(sessions, home.get(), problem).holder(name.key());
    }
    return standing == Standing.STALE && home.get().names().delete(now.get());
  }

  /**
   * Settles all reservations, and reserves again what somebody released by hand.
   *
   * @return the names that were released, in words
   */
  public List<String> recover() {
    List<String> released = new ArrayList<>();
    if (home.isEmpty()) {
      return released;
    }
    Map<String, NameRecord> known = new HashMap<>();
    for (NameRecord name : records()) {
      known.put(name.key(), name);
      trying(
          name.resource(),
          () -> {
            if (settle(name)) {
              released.add("name " + name.resource() + " in " + name.region());
            }
          });
    }
    Optional<AccountRecord> account = home.get().accounts().get(Keys.account(sessions.account()));
    for (RegionSession region : sessions.all()) {
      if (account.filter(a -> a.regions().containsKey(region.name())).isPresent()) {
        trying(region.name(), () -> reserveAgain(region, known));
      }
    }
    return released;
  }

  private void reserveAgain(RegionSession region, Map<String, NameRecord> known) {
    for (VolumeRecord volume : Quota.records(region)) {
      NameRecord wanted = Reservations.of(region, volume, volume.createdAt()).asConfirmed();
      if (volume.leaving()) {
        continue;
      }
      NameRecord there = known.get(wanted.key());
      if (there == null) {
        home.orElseThrow().names().create(wanted);
      } else if (there.confirmed() && !there.volumeId().equals(wanted.volumeId())) {
        LOG.warn(
            "{} {} in {} has a name that is reserved for {} in {}: delete or release one of them",
            volume.resource(),
            volume.spec().id(),
            region.name(),
            there.volumeId(),
            there.region());
      }
    }
  }

  private List<NameRecord> records() {
    RecordQuery all = RecordQuery.where(Map.of(Index.ACCOUNT, sessions.account()));
    return home.map(
            h ->
                VolumeListing.pages(all, h.names()::list)
                    .flatMap(page -> page.records().stream())
                    .toList())
        .orElse(List.of());
  }

  private Standing standing(NameRecord name) {
    Optional<RegionSession> region = sessions.find(name.region());
    if (region.isEmpty()) {
      return Standing.UNKNOWN;
    }
    try {
      Optional<VolumeRecord> record = VolumeFinder.holder(region.get(), name);
      if (record.isEmpty()) {
        return Standing.STALE;
      }
      return name.confirmed() && record.get().spec().id().equals(name.volumeId())
          ? Standing.HELD
          : Standing.UNSETTLED;
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      LOG.debug("the name {} cannot be judged now: {}", name.resource(), e.getMessage());
      return Standing.UNKNOWN;
    }
  }

  private static void trying(String what, Runnable work) {
    try {
      work.run();
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      LOG.warn("the names of {} could not be recovered now: {}", what, e.getMessage());
    }
  }
}
