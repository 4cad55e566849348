package dev.mooring.internal.layer;

import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Refuses calls that would break what records promise, before a backend makes it durable. Users'
 * mistakes are found long before: what is found here is a defect of the SDK.
 */
final class ValidationLayer implements Layer {
  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final int MOST_LISTED = 1000;

  private final String region;
  private final String account;

  ValidationLayer(String region, String account) {
    this.region = region;
    this.account = account;
  }

  @Override
  public <T> T call(Invocation invocation, Supplier<T> work) {
    List<String> defects = new ArrayList<>();
    invocation.arguments().forEach(argument -> check(argument, defects));
    if (comparesVersions(invocation.call().name())) {
      checkVersion(invocation.arguments(), defects);
    }
    if (!defects.isEmpty()) {
      throw new InternalException(
          Problem.tried("call " + invocation.call().name())
              .on(invocation.call().resource())
              .in(region)
              .because(String.join("; ", defects))
              .hint("this is a defect of the SDK: please report it"));
    }
    return work.get();
  }

  private void check(Object argument, List<String> defects) {
    if (argument instanceof Collection<?> several) {
      several.forEach(one -> check(one, defects));
    } else if (argument instanceof VolumeRecord volume) {
      checkRecord(volume, volume.spec().account(), defects);
      Long capacity = volume.provisioned().capacityBytes();
      if (capacity != null && capacity < 0) {
        defects.add("the capacity is " + capacity);
      }
    } else if (argument instanceof TargetRecord target) {
      checkRecord(target, target.account(), defects);
    } else if (argument instanceof SnapshotRecord snapshot) {
      checkRecord(snapshot, snapshot.spec().account(), defects);
    } else if (argument instanceof NameRecord name) {
      checkRecord(name, name.account(), defects);
    } else if (argument instanceof AccountRecord itsOwn) {
      checkRecord(itsOwn, itsOwn.account(), defects);
    } else if (argument instanceof RecordQuery query && query.limit() > MOST_LISTED) {
      defects.add("the limit is " + query.limit() + " and " + MOST_LISTED + " at most");
    }
  }

  private void checkRecord(StoredRecord record, String itsAccount, List<String> defects) {
    if (!DNS_LABEL.matcher(record.key()).matches()) {
      defects.add("the key '" + record.key() + "' is no DNS label of at most 63 characters");
    }
    if (!itsAccount.equals(account)) {
      defects.add("the record is of account " + itsAccount + ", not " + account);
    }
    record.operations().stream()
        .map(OperationRecord::id)
        .filter(id -> !id.region().equals(region))
        .forEach(id -> defects.add("the operation " + id.value() + " is of another region"));
  }

  private static boolean comparesVersions(String name) {
    return name.endsWith(".swap") || name.endsWith(".delete");
  }

  private static void checkVersion(List<Object> arguments, List<String> defects) {
    for (Object argument : arguments) {
      if (argument instanceof StoredRecord record && record.version().isEmpty()) {
        defects.add("the record has no version to compare");
      }
    }
  }
}
