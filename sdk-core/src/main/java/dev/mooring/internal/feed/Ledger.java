package dev.mooring.internal.feed;

import dev.mooring.volume.VolumeId;
import dev.mooring.watch.ResumeToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was told, volume by volume, and how it was after each thing told: a mark costs nothing until
 * its text is asked for, which is made then of a page's beginning and the changes up to the mark.
 * Not thread-safe, but its marks are.
 */
final class Ledger {
  private static final int SHORTEST_PAGE = 64;

  private final Scope scope;
  private final Map<String, Map<VolumeId, Told>> told;
  private Page page;

  Ledger(Scope scope, Map<String, Map<VolumeId, Told>> told) {
    this.scope = scope;
    this.told = copy(told);
    this.page = new Page(scope, told);
  }

  /** What was told of a region. */
  Map<VolumeId, Told> of(String region) {
    return told.getOrDefault(region, Map.of());
  }

  /** Notes what is told of a volume, or that it is gone. */
  void note(String region, VolumeId id, @Nullable Told now) {
    if (page.changes.size() > Math.max(SHORTEST_PAGE, of(region).size())) {
      page = new Page(scope, told);
    }
    new Change(region, id, now).applyTo(told);
    page.add(new Change(region, id, now));
  }

  /** Takes all volumes of a region as told. */
  void take(String region, Snapshot snapshot) {
    Map<VolumeId, Told> all = new HashMap<>();
    snapshot.volumes().forEach((id, seen) -> all.put(id, Told.of(seen)));
    told.put(region, all);
    page = new Page(scope, told);
  }

  /** Resumes from here. */
  ResumeToken mark() {
    return new Mark(page, page.changes.size());
  }

  private static Map<String, Map<VolumeId, Told>> copy(Map<String, Map<VolumeId, Told>> told) {
    Map<String, Map<VolumeId, Told>> copy = new HashMap<>();
    told.forEach((region, volumes) -> copy.put(region, new HashMap<>(volumes)));
    return copy;
  }

  private record Change(String region, VolumeId id, @Nullable Told now) {
    void applyTo(Map<String, Map<VolumeId, Told>> told) {
      Map<VolumeId, Told> volumes = told.computeIfAbsent(region, r -> new HashMap<>());
      if (now == null) {
        volumes.remove(id);
      } else {
        volumes.put(id, now);
      }
    }
  }

  private static final class Page {
    private final Scope scope;
    private final Map<String, Map<VolumeId, Told>> begin;
    private final List<Change> changes = new ArrayList<>();

    Page(Scope scope, Map<String, Map<VolumeId, Told>> begin) {
      this.scope = scope;
      this.begin = copy(begin);
    }

    synchronized void add(Change change) {
      changes.add(change);
    }

    synchronized String text(int after) {
      Map<String, Map<VolumeId, Told>> told = copy(begin);
      changes.subList(0, after).forEach(change -> change.applyTo(told));
      return TokenText.write(scope, told);
    }
  }

  private record Mark(Page page, int after) implements ResumeToken {
    @Override
    public String text() {
      return page.text(after);
    }

    @Override
    public String toString() {
      return text();
    }
  }
}
