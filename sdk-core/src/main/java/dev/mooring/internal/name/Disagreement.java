package dev.mooring.internal.name;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.AccountRecord;
import java.util.List;

/** Clients of one account must agree where its names are reserved. */
final class Disagreement {
  private Disagreement() {}

  /** Refuses a client whose home is another than a region's record of the account says. */
  static void refuse(Problem problem, RegionSession region, AccountRecord record, String home) {
    if (!record.home().equals(home)) {
      throw refusal(
          problem,
          "is "
              + home
              + ", but the account's home is "
              + record.home()
              + ", as its record in region "
              + region.name()
              + " says since "
              + record.createdAt(),
          record.home());
    }
  }

  /** What to say to a client of one region whose account has a home that it does not know. */
  static InvalidRequestException unknown(Problem problem, RegionSession region, String home) {
    return refusal(
        problem,
        "is missing: the account has more regions than "
            + region.name()
            + ", and its home is "
            + home
            + ", which the configuration lacks",
        home);
  }

  private static InvalidRequestException refusal(Problem problem, String words, String home) {
    return new InvalidRequestException(
        problem.hint(
            "configure the region " + home + " and set home: " + home + "; nothing was created"),
        List.of(Violation.of("home", words, home)));
  }
}
