package dev.mooring.internal.name;

import dev.mooring.error.CancelledException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.internal.region.HomeFacts;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Keys;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Created;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.VolumeKind;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names of an account, as one client sees them. A client of one region reserves nothing: there
 * create-if-absent makes names unique. It only looks, after it has stored a volume, whether others
 * have added a region meanwhile; from then on it reserves as they do. Thread-safe; cheap to make.
 */
public final class AccountNames {
  private static final Logger LOG = LoggerFactory.getLogger(AccountNames.class);

  private final Sessions sessions;
  private final HomeFacts facts;

  /** The names of these regions' account. */
  public AccountNames(Sessions sessions) {
    this.sessions = sessions;
    this.facts = sessions.facts();
  }

  /** Whether a name must be reserved before a volume is stored under it. */
  public boolean reserving() {
    return sessions.all().size() > 1 || facts.found().isPresent();
  }

  /**
   * Who has a name, as the account's home says; empty when nobody has, and while names need not be
   * reserved.
   *
   * @throws UnavailableException when the home cannot be reached
   * @throws dev.mooring.error.InvalidRequestException when the account's home is another
   */
  public Optional<Stored> find(VolumeKind kind, String name, Problem problem) {
    return reserving()
        ? reserving(problem).holder(Keys.name(sessions.account(), kind, name))
        : Optional.empty();
  }

  /**
   * Stores a volume under its name: reserves the name, stores, and confirms; or says who has the
   * name. Whatever refuses the storing leaves no reservation. Every volume that gets a name must
   * pass here, however it comes to be.
   *
   * @param session the region
   * @param spec what is stored: its kind, name, owner and id count
   * @param key the key of its record; one that is not derived from the name makes the account
   *     reserve names from now on, also in one region, for create-if-absent does not see it then
   * @param storing stores it, or answers what was there already under the key
   * @param withdrawing takes it away again when another one has the name
   * @throws UnavailableException when the account's home cannot be reached; nothing was stored
   * @throws OutcomeUnknownException when it was stored, and its name could not be confirmed: the
   *     same request again settles it
   * @throws dev.mooring.error.InvalidRequestException when the account's home is another than this
   *     client says
   */
  public Stored store(
      RegionSession session,
      VolumeSpec spec,
      String key,
      Problem problem,
      Supplier<Created<VolumeRecord>> storing,
      Consumer<VolumeRecord> withdrawing) {
    boolean derived = key.equals(Keys.name(sessions.account(), spec.kind(), spec.name()));
    if (derived && !reserving()) {
      Created<VolumeRecord> answer = storing.get();
      Stored stored = new Stored(session, answer.record(), answer.created());
      if (alone(session, problem)) {
        return stored;
      }
      if (answer.created()) {
        return late(stored, spec, key, problem, withdrawing);
      }
      // Who stored what was there may have to withdraw it: the reservation tells.
    }
    Reserving reserving = reserving(problem);
    NameRecord mine = Reservations.of(session, spec, key, session.now());
    Optional<Stored> holder = reserving.claim(mine);
    if (holder.isPresent()) {
      return holder.get();
    }
    Created<VolumeRecord> answer = stored(reserving, mine, storing);
    Stored stored = new Stored(session, answer.record(), answer.created());
    if (answer.created()) {
      try {
        return confirmed(() -> reserving.confirm(stored, mine, withdrawing), problem);
      } catch (OutcomeUnknownException | CancelledException | ConflictException e) {
        throw e; // The same request again settles it.
      } catch (StorageException e) {
        withdrawing.accept(stored.record());
        throw e;
      }
    }
    if (!VolumeFinder.isNamed(answer.record(), spec.kind(), spec.name())) {
      reserving.release(mine); // The key is that of another name: one that was adopted.
      return stored;
    }
    reserving.give(mine, Reservations.of(session, answer.record(), mine.since()));
    return stored;
  }

  private static Created<VolumeRecord> stored(
      Reserving reserving, NameRecord mine, Supplier<Created<VolumeRecord>> storing) {
    try {
      return storing.get();
    } catch (OutcomeUnknownException e) {
      throw e; // It may be there: whoever looks next finishes or releases.
    } catch (StorageException e) {
      try {
        reserving.release(mine);
      } catch (StorageException left) {
        LOG.debug("the reservation of {} is left to the next reader", mine.resource(), left);
      }
      throw e;
    }
  }

  /** Others added a region while the volume was stored: it is theirs to share the name, or not. */
  private Stored late(
      Stored stored,
      VolumeSpec spec,
      String key,
      Problem problem,
      Consumer<VolumeRecord> withdrawing) {
    try {
      Reserving reserving = reserving(problem);
      NameRecord mine = Reservations.of(stored.session(), spec, key, stored.session().now());
      return confirmed(() -> reserving.confirm(stored, mine, withdrawing), problem);
    } catch (OutcomeUnknownException | CancelledException e) {
      throw e;
    } catch (StorageException e) {
      withdrawing.accept(stored.record());
      throw e;
    }
  }

  private static Stored confirmed(Supplier<Stored> confirming, Problem problem) {
    try {
      return confirming.get();
    } catch (UnavailableException e) {
      throw unknown(problem, e);
    }
  }

  private static OutcomeUnknownException unknown(Problem problem, UnavailableException e) {
    return new OutcomeUnknownException(
        problem
            .because("it is stored, but its name could not be confirmed: " + e.problem().reason())
            .hint("the same request again finds it, and confirms the name")
            .cause(e));
  }

  /** Whether nobody has added another region to the account. */
  private boolean alone(RegionSession session, Problem problem) {
    try {
      facts.look().await(() -> look(session));
    } catch (UnavailableException e) {
      throw unknown(problem, e);
    }
    return facts.found().isEmpty();
  }

  private void look(RegionSession session) {
    session
        .backend()
        .ability(Naming.class)
        .flatMap(naming -> naming.accounts().get(Keys.account(sessions.account())))
        .map(AccountRecord::home)
        .ifPresent(facts::found);
    facts.hasLooked();
  }

  private Reserving reserving(Problem problem) {
    return new Reserving(sessions, home(problem), problem);
  }

  /** The account's home, once the names of all of the client's regions are reserved there. */
  private Home home(Problem problem) {
    Home home = new Home(homeSession(problem));
    if (!facts.joined()) {
      home.session()
          .locks()
          .with(
              Keys.account(sessions.account()),
              () -> {
                if (!facts.joined()) {
                  new Joining(sessions, home, problem).join();
                  facts.found(home.name());
                  facts.allJoined();
                }
                return home;
              });
    }
    return home;
  }

  private RegionSession homeSession(Problem problem) {
    String configured = sessions.configuration().home();
    RegionSession first = sessions.all().iterator().next();
    String name = configured == null ? facts.found().orElse(first.name()) : configured;
    return sessions.find(name).orElseThrow(() -> Disagreement.unknown(problem, first, name));
  }

  /**
   * Releases the name of a volume that is gone. When that cannot be done now, the next creation of
   * the name does it, or the next recovery.
   */
  public void release(RegionSession session, VolumeRecord gone) {
    try {
      if (!reserving() && !facts.looked()) {
        look(session);
      }
      if (!reserving() || facts.isAway()) {
        return;
      }
      Problem problem = Problem.tried("release the name").on(gone.resource());
      Home home = new Home(homeSession(problem));
      NameRecord mine = Reservations.of(session, gone, gone.createdAt());
      new Reserving(sessions, home, problem).release(mine);
    } catch (CancelledException e) {
      throw e;
    } catch (UnavailableException e) {
      facts.away();
      LOG.debug("the name of {} is released later: {}", gone.resource(), e.getMessage());
    } catch (StorageException e) {
      LOG.debug("the name of {} is released later: {}", gone.resource(), e.getMessage());
    }
  }

  /** What is reserved, with what became of it; empty while the account reserves no names. */
  public NameReview review() {
    return new NameReview(sessions, reviewed());
  }

  private Optional<Home> reviewed() {
    if (!reserving()) {
      sessions.all().forEach(this::look);
    }
    if (!reserving()) {
      return Optional.empty();
    }
    Home home = new Home(homeSession(Problem.tried("read the reserved names")));
    return Optional.of(home);
  }
}
