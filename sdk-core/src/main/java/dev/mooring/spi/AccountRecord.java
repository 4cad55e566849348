package dev.mooring.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an account's regions agree on once names are reserved: each has one of these, stored by
 * create-if-absent, and never with another home. On Kubernetes it is a ConfigMap, on embedded a
 * row.
 *
 * @param key the key of the record: a hash of the account
 * @param version the version; empty before it is first stored
 * @param createdAt when it was created; epoch before it is first stored
 * @param account the account
 * @param home the region where names are reserved
 * @param regions of the home's own record: the regions whose existing names are all reserved, and
 *     since when; empty elsewhere
 */
public record AccountRecord(
    String key,
    String version,
    Instant createdAt,
    String account,
    String home,
    Map<String, Instant> regions)
    implements StoredRecord {
  /** Copies and checks. */
  public AccountRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(home, "home");
    regions = Collections.unmodifiableMap(new TreeMap<>(regions));
  }

  /** A record that is not stored yet. */
  public static AccountRecord draft(String key, String account, String home) {
    return new AccountRecord(key, "", Instant.EPOCH, account, home, Map.of());
  }

  /** The same, as stored: with a version and its creation time. */
  public AccountRecord stored(String newVersion, Instant created) {
    return new AccountRecord(key, newVersion, created, account, home, regions);
  }

  /** The same with more regions whose names are reserved; those that it has keep their time. */
  public AccountRecord with(Iterable<String> more, Instant since) {
    Map<String, Instant> all = new TreeMap<>(regions);
    more.forEach(region -> all.putIfAbsent(region, since));
    return new AccountRecord(key, version, createdAt, account, home, all);
  }

  /** What it is called in messages. */
  public String resource() {
    return "account/" + account;
  }

  /** None. */
  @Override
  public List<OperationRecord> operations() {
    return List.of();
  }

  @Override
  public Map<String, String> index() {
    return Map.of(Index.ACCOUNT, account);
  }
}
