package dev.mooring.internal.audit;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.Auditing.Orphan;
import java.util.List;

/** What only the backend can see. */
final class BackendOrphans implements Auditor {
  private final List<Orphan> orphans;

  BackendOrphans(List<Orphan> orphans) {
    this.orphans = List.copyOf(orphans);
  }

  @Override
  public List<Item> find(Look look) {
    RegionSession session = look.session();
    return orphans.stream()
        .map(
            orphan ->
                Item.of(
                    look,
                    orphan.kind(),
                    orphan.resource(),
                    orphan.version(),
                    orphan.since(),
                    orphan.words(),
                    orphan.action(),
                    () -> session.auditing().apply(orphan)))
        .toList();
  }
}
