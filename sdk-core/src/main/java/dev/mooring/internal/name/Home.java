package dev.mooring.internal.name;

import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Capability;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordStore;
import java.util.function.Supplier;

/**
 * The region where an account's names are reserved.
 *
 * @param session the region
 */
record Home(RegionSession session) {
  String name() {
    return session.name();
  }

  RecordStore<NameRecord> names() {
    return naming(session).names();
  }

  RecordStore<AccountRecord> accounts() {
    return naming(session).accounts();
  }

  static Naming naming(RegionSession region) {
    return region
        .backend()
        .ability(Naming.class)
        .orElseThrow(
            () ->
                new UnsupportedException(
                    Problem.tried("reserve names")
                        .in(region.name())
                        .because(
                            "the backend '"
                                + region.backendId()
                                + "' cannot keep them, so it serves accounts of one region only")
                        .hint("use it in a configuration of its own"),
                    Capability.NAMES.name()));
  }

  /** Asks the home; while it is away nothing can be created, and that is said. */
  <T> T ask(Problem problem, Supplier<T> call) {
    try {
      return call.get();
    } catch (UnavailableException e) {
      throw new UnavailableException(
          problem
              .because(
                  "the account's home "
                      + name()
                      + ", where names are reserved, cannot be reached: "
                      + e.problem().reason())
              .hint(
                  "nothing can be created until it is back; volumes that are there can be listed,"
                      + " attached and deleted meanwhile")
              .attempts(e.problem().attempts())
              .cause(e),
          e.retryAfter().orElse(null));
    }
  }
}
