package dev.mooring.testkit.memory;

import dev.mooring.spi.RecordListener;
import dev.mooring.spi.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What all connections share: the records of all accounts, and who watches them. */
final class Memory<R extends StoredRecord> {
  private final Map<String, NavigableMap<String, R>> records = new HashMap<>();
  private final Map<String, List<Consumer<Consumer<RecordListener<R>>>>> watchers = new HashMap<>();
  private long version;

  synchronized <T> T change(String account, MemoryStore.Change<R, T> change) {
    return change.apply(
        MemoryStore.of(records, account, TreeMap::new),
        event ->
            List.copyOf(MemoryStore.of(watchers, account, ArrayList::new))
                .forEach(watcher -> watcher.accept(event)));
  }

  String nextVersion() {
    version++;
    return Long.toString(version);
  }

  synchronized void add(String account, Consumer<Consumer<RecordListener<R>>> watcher) {
    MemoryStore.of(watchers, account, ArrayList::new).add(watcher);
  }

  synchronized void remove(String account, Consumer<Consumer<RecordListener<R>>> watcher) {
    MemoryStore.of(watchers, account, ArrayList::new).remove(watcher);
  }
}
