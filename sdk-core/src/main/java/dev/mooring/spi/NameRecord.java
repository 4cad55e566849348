package dev.mooring.spi;

import dev.mooring.access.Owner;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The reservation of a name in its account's home: who has the name, in whichever region. On
 * Kubernetes it is a ConfigMap, on embedded a row.
 *
 * @param key the key of the record: a hash of account, kind and name
 * @param version the version; empty before it is first stored
 * @param createdAt when it was created; epoch before it is first stored
 * @param account the account
 * @param kind the kind of volume that has the name
 * @param name the name
 * @param owner whose the volume is
 * @param region where the volume is, or is to be
 * @param volumeKey the key of the volume's record there
 * @param volumeId the volume's id: random, so it tells this reservation from any other of the name
 * @param since since when the volume has the name, by the home's clock
 * @param confirmed whether the volume's record was stored; until then it is an intent, and whoever
 *     needs the name may take it over where that record is not
 */
public record NameRecord(
    String key,
    String version,
    Instant createdAt,
    String account,
    VolumeKind kind,
    String name,
    Owner owner,
    String region,
    String volumeKey,
    VolumeId volumeId,
    Instant since,
    boolean confirmed)
    implements StoredRecord {
  /** Checks that nothing is missing. */
  public NameRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(volumeKey, "volumeKey");
    Objects.requireNonNull(volumeId, "volumeId");
    Objects.requireNonNull(since, "since");
  }

  /**
   * A reservation that is not stored yet.
   *
   * @param key its key
   * @param spec the volume that is to have the name
   * @param region where it is, or is to be
   * @param volumeKey the key of that volume's record
   * @param now since when
   */
  public static NameRecord draft(
      String key, VolumeSpec spec, String region, String volumeKey, Instant now) {
    return new NameRecord(
        key,
        "",
        Instant.EPOCH,
        spec.account(),
        spec.kind(),
        spec.name(),
        spec.owner(),
        region,
        volumeKey,
        spec.id(),
        now,
        false);
  }

  /** The same, as stored: with a version and its creation time. */
  public NameRecord stored(String newVersion, Instant created) {
    return new NameRecord(
        key,
        newVersion,
        created,
        account,
        kind,
        name,
        owner,
        region,
        volumeKey,
        volumeId,
        since,
        confirmed);
  }

  /** The same in place of what is stored. */
  public NameRecord over(NameRecord there) {
    return stored(there.version, there.createdAt);
  }

  /** The same, confirmed. */
  public NameRecord asConfirmed() {
    return new NameRecord(
        key, version, createdAt, account, kind, name, owner, region, volumeKey, volumeId, since,
        true);
  }

  /** Kind and name, for messages. */
  public String resource() {
    return new VolumeRef(kind, name).toString();
  }

  /** None: its volume's record has them. */
  @Override
  public List<OperationRecord> operations() {
    return List.of();
  }

  @Override
  public Map<String, String> index() {
    Map<String, String> index = new TreeMap<>();
    index.put(Index.ACCOUNT, account);
    index.put(Index.KIND, kind.word());
    index.put(Index.NAME, name);
    return index;
  }
}
