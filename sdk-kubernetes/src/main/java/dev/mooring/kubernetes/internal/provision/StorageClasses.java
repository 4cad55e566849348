package dev.mooring.kubernetes.internal.provision;

import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.driver.CsiDrivers;
import dev.mooring.profile.Profile;
import io.fabric8.kubernetes.api.model.storage.StorageClassList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The cluster's storage classes, read in one list and kept for a minute, a missing one for ten
 * seconds. A client that may not read them knows none: that is no error. Thread-safe.
 */
public final class StorageClasses {
  private static final Duration KEPT = Duration.ofSeconds(60);
  private static final Duration MISS_KEPT = Duration.ofSeconds(10);

  private final Api api;
  private final Clock clock;
  private final CsiDrivers drivers;
  private @Nullable Snapshot last;

  private record Snapshot(boolean readable, Map<String, ClassInfo> classes, Instant at) {}

  /** The classes of a cluster, and what is known of their drivers. */
  public StorageClasses(Api api, Clock clock, CsiDrivers drivers) {
    this.api = api;
    this.clock = clock;
    this.drivers = drivers;
  }

  /** What is known of a class. */
  public sealed interface Found {}

  /** It is there. */
  public record There(ClassInfo info) implements Found {}

  /** There is none. */
  public record Missing() implements Found {}

  /** This client may not read classes. */
  public record Unreadable() implements Found {}

  /** The class of a name, or the cluster's default for null. */
  public Found find(@Nullable String name) {
    return find(snapshot -> pick(snapshot, name));
  }

  /** The class of a profile: by its name, or its driver, or the cluster's default. */
  public Found find(Profile profile) {
    String driver = profile.driver();
    return driver == null
        ? find(profile.storageClass())
        : find(snapshot -> ofDriver(snapshot, driver));
  }

  private synchronized Found find(Function<Snapshot, Optional<ClassInfo>> choice) {
    Snapshot snapshot = current(KEPT);
    Optional<ClassInfo> info = choice.apply(snapshot);
    if (info.isEmpty() && snapshot.readable) {
      snapshot = current(MISS_KEPT);
      info = choice.apply(snapshot);
    }
    if (!snapshot.readable) {
      return new Unreadable();
    }
    return info.<Found>map(There::new).orElseGet(Missing::new);
  }

  /** What is known of the driver of a provisioner's name; asks no cluster. */
  public CsiDriver driver(@Nullable String provisioner) {
    return drivers.of(provisioner);
  }

  /** The names of all classes, for suggestions. */
  public synchronized Iterable<String> names() {
    return current(KEPT).classes.keySet();
  }

  /** Of several defaults the newest counts, as in the cluster itself. */
  private static Optional<ClassInfo> pick(Snapshot snapshot, @Nullable String name) {
    return name != null
        ? Optional.ofNullable(snapshot.classes.get(name))
        : snapshot.classes.values().stream()
            .filter(ClassInfo::isDefault)
            .max(Comparator.comparing(ClassInfo::createdAt));
  }

  /** The default class when it is of the driver, else the driver's first by name. */
  private static Optional<ClassInfo> ofDriver(Snapshot snapshot, String driver) {
    Predicate<ClassInfo> its =
        info -> info.provisioner().equals(driver) || info.provisioner().endsWith("." + driver);
    return pick(snapshot, null)
        .filter(its)
        .or(() -> snapshot.classes.values().stream().filter(its).findFirst());
  }

  private Snapshot current(Duration kept) {
    Snapshot known = last;
    Instant now = clock.instant();
    if (known == null || Duration.between(known.at, now).abs().compareTo(kept) > 0) {
      known = read(now);
      last = known;
    }
    return known;
  }

  private Snapshot read(Instant now) {
    Call call = Call.get("apis/storage.k8s.io/v1/storageclasses").saying("list", "storage classes");
    Answer answer = api.send(call);
    if (answer.code() == 403) {
      return new Snapshot(false, Map.of(), now);
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    Map<String, ClassInfo> classes = new TreeMap<>();
    api.json()
        .read(answer.body(), StorageClassList.class)
        .getItems()
        .forEach(item -> classes.put(item.getMetadata().getName(), ClassInfo.of(item)));
    return new Snapshot(true, classes, now);
  }
}
