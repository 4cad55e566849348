package dev.mooring.internal.volume;

import dev.mooring.internal.attach.Held;
import dev.mooring.internal.attach.Roster;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeFilter;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeStatus;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Lists volumes page by page, as the stream is read. */
public final class VolumeListing {
  private VolumeListing() {}

  /** The volumes of a region that a filter lets through; those in the trash only when asked for. */
  public static Stream<VolumeView> of(RegionSession session, VolumeKind kind, VolumeFilter filter) {
    Map<String, String> index = new TreeMap<>();
    index.put(Index.ACCOUNT, session.account());
    index.put(Index.KIND, kind.word());
    filter.labels().forEach((key, value) -> index.put(Index.LABEL_PREFIX + key, value));
    Roster roster = new Roster(session, kind);
    return pages(RecordQuery.where(index), session.volumes()::list)
        .flatMap(page -> views(session, page, roster).stream())
        .filter(view -> matches(view.status(), filter));
  }

  /** All pages of a query, read as they are needed. */
  public static <R extends StoredRecord> Stream<RecordPage<R>> pages(
      RecordQuery first, Function<RecordQuery, RecordPage<R>> list) {
    Iterator<RecordPage<R>> pages =
        new Iterator<>() {
          private @Nullable RecordQuery next = first;

          @Override
          public boolean hasNext() {
            return next != null;
          }

          @Override
          public RecordPage<R> next() {
            RecordQuery query = next;
            if (query == null) {
              throw new NoSuchElementException("there is no page after the last one");
            }
            RecordPage<R> page = list.apply(query);
            next = page.next().map(query::next).orElse(null);
            return page;
          }
        };
    // An iterator, because a flatMap within a flatMap would read all pages for the first record.
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private static List<VolumeView> views(
      RegionSession session, RecordPage<VolumeRecord> page, Roster roster) {
    List<VolumeRecord> helped =
        page.records().stream()
            .flatMap(r -> Helping.byTheWay(r, () -> VolumeSteps.help(session, r)).stream())
            .toList();
    Map<String, List<Held>> held = roster.of(helped, page.next().isEmpty());
    return helped.stream()
        .map(
            record ->
                new VolumeView(
                    record,
                    held.getOrDefault(record.key(), List.of()).stream()
                        .filter(Held::live)
                        .toList()))
        .toList();
  }

  private static boolean matches(VolumeStatus status, VolumeFilter filter) {
    return filter.status().isPresent()
        ? filter.status().get() == status
        : status != VolumeStatus.DELETED;
  }
}
