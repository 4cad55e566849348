package dev.mooring.internal.region;

import dev.mooring.error.StorageException;
import dev.mooring.region.Probe;
import dev.mooring.region.QuotaUsage;
import dev.mooring.region.Region;
import dev.mooring.region.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The regions of the configuration. */
public final class DefaultRegions implements Regions {
  private final Sessions sessions;
  private final Function<RegionSession, List<QuotaUsage>> quotas;
  private final Supplier<List<Probe>> names;

  /**
   * These regions.
   *
   * @param quotas reads the quotas of one
   * @param names checks whether the regions agree where names are reserved
   */
  public DefaultRegions(
      Sessions sessions,
      Function<RegionSession, List<QuotaUsage>> quotas,
      Supplier<List<Probe>> names) {
    this.sessions = sessions;
    this.quotas = quotas;
    this.names = names;
  }

  @Override
  public List<Region> list() {
    return sessions.all().stream().map(this::region).toList();
  }

  @Override
  public Region named(String name) {
    return region(sessions.require(name, "find"));
  }

  @Override
  public Region defaultRegion() {
    return region(sessions.standard("find the default region"));
  }

  private Region region(RegionSession session) {
    return new Region(
        session.name(),
        session.backendId(),
        sessions.configuration().defaultRegion().filter(session.name()::equals).isPresent(),
        session.backend().capabilities().stream().map(Enum::name).collect(Collectors.toSet()),
        session.configuration().limits().quota(),
        session.configuration().limits().drivesPerInstance());
  }

  @Override
  public List<QuotaUsage> quotas(String region) {
    return quotas.apply(sessions.require(region, "read the quotas of"));
  }

  @Override
  public List<Probe> check() {
    List<Probe> lines = new ArrayList<>();
    for (RegionSession session : sessions.all()) {
      try {
        lines.addAll(session.backend().probe());
      } catch (StorageException e) {
        lines.add(
            Probe.failed(
                session.name(), session.backendId(), e.code(), String.valueOf(e.getMessage())));
      }
    }
    lines.addAll(names.get());
    return List.copyOf(lines);
  }
}
