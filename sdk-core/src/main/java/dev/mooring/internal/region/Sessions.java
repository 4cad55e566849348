package dev.mooring.internal.region;

import dev.mooring.access.Owner;
import dev.mooring.access.Role;
import dev.mooring.config.Configuration;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.internal.validate.Shown;
import dev.mooring.spi.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * All regions of a client, and who acts.
 *
 * @param configuration the configuration
 * @param owner who acts
 * @param role as what they act
 * @param byName the regions
 * @param background where work goes on that no caller waits for
 * @param facts what was learnt about the account's home
 */
public record Sessions(
    Configuration configuration,
    Owner owner,
    Role role,
    Map<String, RegionSession> byName,
    Executor background,
    HomeFacts facts) {

  /** The same for who acts in another role. */
  public Sessions as(Role newRole) {
    return newRole == role
        ? this
        : new Sessions(configuration, owner, newRole, byName, background, facts);
  }

  /** All regions, in order. */
  public Collection<RegionSession> all() {
    return byName.values();
  }

  /** The account. */
  public String account() {
    return configuration.account();
  }

  /** The region with this name, if there is one. */
  public Optional<RegionSession> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The region asked for, else the default; a violation when there is none. */
  public @Nullable RegionSession resolve(
      @Nullable String asked, String field, Collection<Violation> violations) {
    if (asked == null) {
      Optional<String> standard = configuration.defaultRegion();
      if (standard.isEmpty()) {
        violations.add(
            Violation.of(
                field,
                "is missing, and the configuration has no home; regions are "
                    + String.join(", ", byName.keySet())));
        return null;
      }
      return byName.get(standard.get());
    }
    RegionSession session = byName.get(asked);
    if (session == null) {
      violations.add(unknown(field, asked));
    }
    return session;
  }

  /** The region with this name. */
  public RegionSession require(String name, String tried) {
    RegionSession session = byName.get(name);
    if (session == null) {
      throw new InvalidRequestException(Problem.tried(tried), List.of(unknown("region", name)));
    }
    return session;
  }

  /** The default region. */
  public RegionSession standard(String tried) {
    List<Violation> violations = new ArrayList<>();
    RegionSession session = resolve(null, "region", violations);
    if (session == null) {
      throw new InvalidRequestException(Problem.tried(tried), violations);
    }
    return session;
  }

  private Violation unknown(String field, String asked) {
    List<String> near = Nearest.ranked(asked, byName.keySet());
    return Violation.of(
        field,
        "there is no region "
            + Shown.of(asked)
            + "; "
            + (near.isEmpty() ? "regions are " : "nearest: ")
            + String.join(", ", near.isEmpty() ? byName.keySet() : near),
        near.isEmpty() ? null : near.get(0));
  }
}
