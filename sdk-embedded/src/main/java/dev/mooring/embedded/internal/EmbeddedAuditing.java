package dev.mooring.embedded.internal;

import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.spi.Auditing;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.VolumeRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares the folders below the root with the records, in both directions. */
final class EmbeddedAuditing implements Auditing {
  private final BackendContext context;
  private final Stores stores;
  private final UnknownFolders unknown;
  private final MissingFolders missing;

  EmbeddedAuditing(BackendContext context, Layout layout, Stores stores) {
    this.context = context;
    this.stores = stores;
    this.unknown = new UnknownFolders(context, layout, stores);
    this.missing = new MissingFolders(layout, stores);
  }

  @Override
  public List<VolumeRecord> volumes() {
    return all(stores.volumes());
  }

  static <R extends StoredRecord> List<R> all(RecordStore<R> store) {
    List<R> records = new ArrayList<>();
    RecordQuery query = RecordQuery.where(Map.of());
    while (true) {
      RecordPage<R> page = store.list(query);
      records.addAll(page.records());
      if (page.next().isEmpty()) {
        return records;
      }
      query = query.next(page.next().get());
    }
  }

  @Override
  public Audited look(Scope scope) {
    List<Orphan> orphans = new ArrayList<>();
    try {
      orphans.addAll(unknown.find());
      orphans.addAll(missing.find());
    } catch (IOException e) {
      throw FileErrors.translate(Problem.tried("audit").in(context.region()), e);
    }
    return new Audited(orphans, List.of());
  }

  @Override
  public String apply(Orphan orphan) {
    throw new InternalException(
        Problem.tried("act on an audit's finding of")
            .on(orphan.resource())
            .in(context.region())
            .because("what concerns bytes is a person's to decide"));
  }
}
