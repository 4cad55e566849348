package dev.mooring.internal.name;

import dev.mooring.error.ConflictException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Keys;
import dev.mooring.internal.volume.Quota;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Created;
import dev.mooring.spi.Index;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes regions of a client those of one account: fixes the home in each, then reserves the names
 * that are there already, and only then notes in the home that they are. Every step may be
 * repeated, so who finds one missing does it, also when two do so at once. A client that knows only
 * one of the regions looks for the account's record after it stored a volume, and this stores that
 * record before it lists the volumes: so one of the two sees the other.
 */
final class Joining {
  private final Sessions sessions;
  private final Home home;
  private final Problem problem;

  Joining(Sessions sessions, Home home, Problem problem) {
    this.sessions = sessions;
    this.home = home;
    this.problem = problem;
  }

  /** Joins those of the client's regions that have not; asks the home only when all have. */
  void join() {
    Optional<AccountRecord> known = account();
    known.ifPresent(record -> Disagreement.refuse(problem, home.session(), record, home.name()));
    List<RegionSession> missing =
        sessions.all().stream()
            .filter(region -> known.filter(r -> r.regions().containsKey(region.name())).isEmpty())
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    for (RegionSession region : missing) {
      Home.naming(region)
          .accounts()
          .get(key())
          .ifPresent(record -> Disagreement.refuse(problem, region, record, home.name()));
    }
    refuseTwins(missing);
    fixHome(missing);
    for (RegionSession region : missing) {
      Map<String, NameRecord> reserved = reserved();
      for (VolumeRecord volume : Quota.records(region)) {
        reserve(region, volume, reserved);
      }
    }
    note(missing);
  }

  private String key() {
    return Keys.account(sessions.account());
  }

  private Optional<AccountRecord> account() {
    return home.ask(problem, () -> home.accounts().get(key()));
  }

  private Map<String, NameRecord> reserved() {
    RecordQuery all = RecordQuery.where(Map.of(Index.ACCOUNT, sessions.account()));
    Map<String, NameRecord> reserved = new HashMap<>();
    home.ask(
        problem,
        () -> {
          VolumeListing.pages(all, home.names()::list)
              .forEach(page -> page.records().forEach(r -> reserved.put(r.key(), r)));
          return reserved;
        });
    return reserved;
  }

  /** Before anything changes: a name that two volumes have cannot be reserved for both. */
  private void refuseTwins(List<RegionSession> missing) {
    Map<String, Stored> seen = new HashMap<>();
    Map<String, NameRecord> reserved = reserved();
    Map<String, String> twins = new TreeMap<>();
    for (RegionSession region : missing) {
      for (VolumeRecord volume : Quota.records(region)) {
        NameRecord wanted = Reservations.of(region, volume, volume.createdAt());
        Stored other = seen.putIfAbsent(wanted.key(), new Stored(region, volume, false));
        NameRecord there = reserved.get(wanted.key());
        if (other != null && !other.record().spec().id().equals(volume.spec().id())) {
          twins.put(volume.resource(), "in " + other.session().name() + " and " + region.name());
        } else if (there != null && isAnother(there, wanted) && mayBeThere(there)) {
          twins.put(volume.resource(), "in " + there.region() + " and " + region.name());
        }
      }
    }
    if (!twins.isEmpty()) {
      throw twins(twins);
    }
  }

  private ConflictException twins(Map<String, String> twins) {
    List<String> words = new ArrayList<>();
    twins.forEach((name, where) -> words.add(name + " (" + where + ")"));
    return new ConflictException(
        problem
            .because(
                "the regions cannot be one account's yet, for names are there twice: "
                    + String.join(", ", words))
            .hint(
                "nothing can be created until one of each is deleted or moved to another account,"
                    + " or the configuration names only one of the regions"));
  }

  private static boolean isAnother(NameRecord there, NameRecord wanted) {
    return !there.volumeId().equals(wanted.volumeId());
  }

  /** A region that the client lacks cannot be asked. */
  private boolean mayBeThere(NameRecord there) {
    return sessions
        .find(there.region())
        .map(region -> region.volumes().get(there.volumeKey()).isPresent())
        .orElse(true);
  }

  /**
   * In the order of their names, so that of two clients with other homes one stops at the first.
   */
  private void fixHome(List<RegionSession> missing) {
    List<RegionSession> ordered = new ArrayList<>(missing);
    if (!missing.contains(home.session())) {
      ordered.add(home.session());
    }
    ordered.sort(Comparator.comparing(RegionSession::name));
    Map<RegionSession, AccountRecord> made = new HashMap<>();
    for (RegionSession region : ordered) {
      Created<AccountRecord> answer =
          Home.naming(region)
              .accounts()
              .create(AccountRecord.draft(key(), sessions.account(), home.name()));
      if (answer.created()) {
        made.put(region, answer.record());
      } else if (!answer.record().home().equals(home.name())) {
        made.forEach((where, record) -> Home.naming(where).accounts().delete(record));
        Disagreement.refuse(problem, region, answer.record(), home.name());
      }
    }
  }

  private void reserve(
      RegionSession region, VolumeRecord volume, Map<String, NameRecord> reserved) {
    NameRecord wanted = Reservations.of(region, volume, volume.createdAt()).asConfirmed();
    NameRecord known = reserved.get(wanted.key());
    if (known != null && known.confirmed() && !isAnother(known, wanted)) {
      return;
    }
    while (true) {
      NameRecord there = home.ask(problem, () -> home.names().create(wanted)).record();
      if (!isAnother(there, wanted) && there.confirmed()) {
        return;
      }
      if (isAnother(there, wanted) && mayBeThere(there)) {
        throw twins(Map.of(volume.resource(), "in " + there.region() + " and " + region.name()));
      }
      if (home.ask(problem, () -> home.names().swap(wanted.over(there))).isPresent()) {
        return;
      }
    }
  }

  private void note(List<RegionSession> joined) {
    Instant now = home.session().now();
    List<String> names = joined.stream().map(RegionSession::name).toList();
    AccountRecord first =
        account()
            .orElseThrow(
                () ->
                    new ConflictException(
                        problem
                            .because("somebody deleted the record of the account meanwhile")
                            .hint("try again")));
    Records.update(
        home.accounts(),
        first,
        record -> {
          AccountRecord wanted = record.with(names, now);
          return wanted.equals(record) ? Optional.empty() : Optional.of(wanted);
        });
  }
}
