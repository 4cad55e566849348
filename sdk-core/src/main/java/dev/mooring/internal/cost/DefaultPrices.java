package dev.mooring.internal.cost;

import dev.mooring.cost.Cost;
import dev.mooring.cost.PriceBook;
import dev.mooring.cost.Prices;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Sizes;
import dev.mooring.internal.validate.Violations;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Nearest;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices of requests by the configuration's price book. */
public final class DefaultPrices implements Prices {
  private final Sessions sessions;
  private final Clock clock;

  /** Prices for these regions. */
  public DefaultPrices(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public PriceBook book() {
    return sessions.configuration().prices();
  }

  @Override
  public Cost estimate(VolumeRequest request, Duration duration) {
    Violations violations = new Violations();
    List<Violation> regionProblems = new ArrayList<>();
    RegionSession session =
        sessions.resolve(request.requestedRegion().orElse(null), "region", regionProblems);
    violations.addAll(regionProblems);
    Capacity size = request.requestedSize().orElse(null);
    Sizes.check(violations, "size", size, Sizes.SMALLEST, null);
    if (duration.isNegative() || duration.isZero()) {
      violations.add("duration", "must be longer than nothing", "30d");
    }
    Profile profile = session == null ? null : profile(session, request, violations);
    violations.orThrow(Problem.tried("price").on(request.kind() + "/" + request.name()));
    if (session == null || size == null || profile == null) {
      throw new IllegalStateException("a request without violations has all of them");
    }
    return Estimates.of(
        book(),
        List.of(
            new Estimates.Priced(
                request.kind(), request.name(), size, profile.name(), session.name(), "capacity")),
        clock.instant(),
        duration);
  }

  private static @Nullable Profile profile(
      RegionSession session, VolumeRequest request, Violations violations) {
    List<String> names =
        session.profiles(request.kind()).stream().map(Profile::name).sorted().toList();
    Optional<Profile> found =
        request.requestedProfile().isPresent()
            ? session
                .profile(request.requestedProfile().get())
                .filter(p -> p.kind() == request.kind())
            : session.defaultProfile(request.kind());
    if (found.isEmpty()) {
      violations.add(
          "profile",
          "region "
              + session.name()
              + " has no such profile of "
              + request.kind()
              + "; it has "
              + (names.isEmpty() ? "none" : String.join(", ", names)),
          request.requestedProfile().flatMap(p -> Nearest.of(p, names)).orElse(null));
    }
    return found.orElse(null);
  }
}
