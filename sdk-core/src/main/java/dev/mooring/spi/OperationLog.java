package dev.mooring.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How records keep operations: all running ones, and the last 20 that ended. */
final class OperationLog {
  private static final int MOST_ENDED = 20;

  private OperationLog() {}

  static List<OperationRecord> trim(List<OperationRecord> operations) {
    long surplus = operations.stream().filter(o -> !o.running()).count() - MOST_ENDED;
    if (surplus <= 0) {
      return List.copyOf(operations);
    }
    List<OperationRecord> kept = new ArrayList<>();
    for (OperationRecord operation : operations) {
      if (operation.running() || surplus-- <= 0) {
        kept.add(operation);
      }
    }
    return List.copyOf(kept);
  }

  /** Notes in an index what runs: of several operations the last. */
  static void index(List<OperationRecord> operations, Map<String, String> index) {
    operations.stream()
        .filter(OperationRecord::running)
        .forEach(running -> index.put(Index.RUNNING, running.type().word()));
  }

  static List<OperationRecord> put(List<OperationRecord> operations, OperationRecord operation) {
    List<OperationRecord> result = new ArrayList<>(operations);
    for (int i = 0; i < result.size(); i++) {
      if (result.get(i).id().equals(operation.id())) {
        result.set(i, operation);
        return result;
      }
    }
    result.add(operation);
    return result;
  }
}
