package dev.mooring.internal.name;

import dev.mooring.error.CancelledException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Keys;
import dev.mooring.region.Probe;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells before the first creation whether a client agrees with its account's regions. */
public final class HomeCheck {
  private static final Logger LOG = LoggerFactory.getLogger(HomeCheck.class);
  private static final String WHAT = "names";

  private final Sessions sessions;

  /** The check of these regions. */
  public HomeCheck(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * A line for each region; none for a client of one region whose account has no other. A region
   * that cannot be asked has a line of its own elsewhere.
   */
  public List<Probe> run() {
    List<Probe> lines = new ArrayList<>();
    boolean several = sessions.all().size() > 1;
    for (RegionSession region : sessions.all()) {
      try {
        Optional<AccountRecord> record =
            region
                .backend()
                .ability(Naming.class)
                .flatMap(naming -> naming.accounts().get(Keys.account(sessions.account())));
        if (record.isPresent() || several) {
          lines.add(line(region, record));
        }
      } catch (CancelledException e) {
        throw e;
      } catch (StorageException e) {
        LOG.debug("the names of {} cannot be checked now: {}", region.name(), e.getMessage());
      }
    }
    return lines;
  }

  private Probe line(RegionSession region, Optional<AccountRecord> record) {
    if (record.isEmpty()) {
      return ok(region, "the first creation reserves those that are there");
    }
    String theirs = record.get().home();
    Problem problem = Problem.tried("check");
    try {
      String configured = sessions.configuration().home();
      Disagreement.refuse(problem, region, record.get(), configured == null ? theirs : configured);
      if (sessions.find(theirs).isEmpty()) {
        throw Disagreement.unknown(problem, region, theirs);
      }
    } catch (InvalidRequestException e) {
      return Probe.failed(region.name(), WHAT, e.code(), e.problem().reason());
    }
    return ok(region, "reserved in " + theirs);
  }

  private static Probe ok(RegionSession region, String words) {
    return new Probe(region.name(), WHAT, Probe.Outcome.OK, words);
  }
}
