package dev.mooring.internal.name;

import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Difference;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.spi.Created;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.VolumeRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The life of one reservation: claimed before the volume is stored, confirmed after, by
 * compare-and-swap. A claim may be taken over where the volume is not there; a confirmed one too,
 * for then its volume was deleted. Who finds at the end that the name is confirmed for a volume
 * that is there withdraws its own. So of all that store a volume of the name exactly one stays.
 */
final class Reserving {
  private final Sessions sessions;
  private final Home home;
  private final Problem problem;
  private final Patience patience = new Patience();

  Reserving(Sessions sessions, Home home, Problem problem) {
    this.sessions = sessions;
    this.home = home;
    this.problem = problem;
  }

  /** What a look at a reservation saw: who has the name, or nobody; or it changed meanwhile. */
  private record Look(boolean again, @Nullable Stored holder) {
    static final Look AGAIN = new Look(true, null);
    static final Look NOBODY = new Look(false, null);
  }

  /** Who has a name; empty when nobody has. */
  Optional<Stored> holder(String key) {
    while (true) {
      Optional<NameRecord> there = get(key);
      if (there.isEmpty()) {
        return Optional.empty();
      }
      Look look = look(there.get());
      if (!look.again()) {
        return Optional.ofNullable(look.holder());
      }
      requireTurn();
    }
  }

  /** Reserves a name; who has it, when it cannot be had. */
  Optional<Stored> claim(NameRecord mine) {
    while (true) {
      Created<NameRecord> answer = home.ask(problem, () -> home.names().create(mine));
      NameRecord there = answer.record();
      if (answer.created() || isMine(there, mine)) {
        return Optional.empty();
      }
      Look look = look(there);
      if (look.holder() != null) {
        return Optional.of(look.holder());
      }
      boolean left = look.again() || (!there.confirmed() && patience.waits(there.version()));
      if (!left && swap(mine.over(there)).isPresent()) {
        return Optional.empty();
      }
      requireTurn();
    }
  }

  /**
   * Confirms the name of a volume that is stored.
   *
   * @param withdraw takes the volume away again, when another one has the name
   */
  Stored confirm(Stored own, NameRecord mine, Consumer<VolumeRecord> withdraw) {
    NameRecord confirmed = mine.asConfirmed();
    while (true) {
      Optional<NameRecord> found = get(mine.key());
      if (found.isEmpty()) {
        if (!isThere(own)) {
          return own; // It was deleted already, and its name released.
        }
        if (home.ask(problem, () -> home.names().create(confirmed)).created()) {
          return own;
        }
        requireTurn();
        continue;
      }
      NameRecord there = found.get();
      if (isMine(there, mine) && there.confirmed()) {
        return own;
      }
      if (!isMine(there, mine) && !samePlace(there, mine)) {
        Look look = look(there);
        if (look.holder() != null) {
          withdraw.accept(own.record());
          return look.holder();
        }
        if (look.again() || (!there.confirmed() && patience.waits(there.version()))) {
          requireTurn();
          continue;
        }
      }
      if (swap(confirmed.over(there)).isPresent()) {
        return own;
      }
      requireTurn();
    }
  }

  /** Gives a reservation to the volume that was there already, in its region. */
  void give(NameRecord mine, NameRecord theirs) {
    update(
        mine.key(),
        there ->
            isMine(there, mine) ? Optional.of(theirs.asConfirmed().over(there)) : Optional.empty());
  }

  /** Takes a reservation away that came to nothing. */
  boolean release(NameRecord mine) {
    for (int attempt = 0; attempt < 5; attempt++) {
      Optional<NameRecord> there = home.names().get(mine.key());
      if (there.filter(r -> isMine(r, mine)).isEmpty()) {
        return false;
      }
      if (home.names().delete(there.get())) {
        return true;
      }
    }
    return false;
  }

  private void update(String key, Function<NameRecord, Optional<NameRecord>> change) {
    while (true) {
      Optional<NameRecord> wanted = get(key).flatMap(change);
      if (wanted.isEmpty() || swap(wanted.get()).isPresent()) {
        return;
      }
      requireTurn();
    }
  }

  /** Looks whether the volume is there that a reservation names, and confirms it if so. */
  private Look look(NameRecord there) {
    RegionSession region = sessions.find(there.region()).orElseThrow(() -> unknownRegion(there));
    Optional<VolumeRecord> record = VolumeFinder.holder(region, there);
    if (record.isEmpty()) {
      return Look.NOBODY;
    }
    NameRecord right = Reservations.of(region, record.get(), there.since()).asConfirmed();
    if (!right.over(there).equals(there) && swap(right.over(there)).isEmpty()) {
      return Look.AGAIN;
    }
    return new Look(false, new Stored(region, record.get(), false));
  }

  private AlreadyExistsException unknownRegion(NameRecord there) {
    String asked = problem.region().orElse("");
    return new AlreadyExistsException(
        problem
            .because(
                "the name is reserved for a volume in region "
                    + there.region()
                    + ", which the configuration lacks")
            .hint("choose another name, or configure that region to use or delete the volume"),
        there.volumeId().value(),
        List.of(new Difference("region", there.region(), asked)));
  }

  private static boolean isMine(NameRecord there, NameRecord mine) {
    return there.volumeId().equals(mine.volumeId()) && samePlace(there, mine);
  }

  private static boolean samePlace(NameRecord there, NameRecord mine) {
    return there.region().equals(mine.region()) && there.volumeKey().equals(mine.volumeKey());
  }

  private static boolean isThere(Stored own) {
    return own.session()
        .volumes()
        .get(own.record().key())
        .filter(r -> r.spec().id().equals(own.record().spec().id()))
        .isPresent();
  }

  private Optional<NameRecord> get(String key) {
    return home.ask(problem, () -> home.names().get(key));
  }

  /** Empty when it changed meanwhile, or may have: the next look tells. */
  private Optional<NameRecord> swap(NameRecord record) {
    try {
      return home.ask(problem, () -> home.names().swap(record));
    } catch (OutcomeUnknownException e) {
      return Optional.empty();
    }
  }

  private void requireTurn() {
    if (patience.exhausted()) {
      throw new ConflictException(
          problem
              .because("volumes of this name are created and deleted all the time")
              .hint("try again"));
    }
  }
}
