package dev.mooring.kubernetes.internal.record;

import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.spi.Index;
import dev.mooring.spi.StoredRecord;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Records as ConfigMaps: the record as JSON, its index as labels.
 *
 * @param place where they are
 * @param kind what they record: a label of each
 * @param codec how they are text
 * @param naming what one is called in messages
 */
public record MapFormat<R extends StoredRecord>(
    Place place, String kind, Codec<R> codec, Function<R, String> naming)
    implements RecordFormat<ConfigMap, R> {
  private static final String DATA = "record";

  /**
   * Writes and reads records.
   *
   * @param write a record as text
   * @param read a record from its text
   * @param stamp gives it its version and creation time
   */
  public record Codec<R>(Function<R, String> write, Function<String, R> read, Stamp<R> stamp) {}

  /** Gives a record what its store knows better than its text. */
  public interface Stamp<R> {
    /** The same record with this version and creation time. */
    R stored(R record, String version, Instant createdAt);
  }

  @Override
  public Class<ConfigMap> type() {
    return ConfigMap.class;
  }

  @Override
  public String noun() {
    return "configmap";
  }

  @Override
  public String path() {
    return place.core("configmaps");
  }

  @Override
  public Map<String, String> own() {
    Map<String, String> own = new TreeMap<>(Marks.labels(Map.of(Index.ACCOUNT, place.account())));
    own.put(Marks.RECORD, kind);
    return own;
  }

  @Override
  public String resource(R record) {
    return naming.apply(record);
  }

  @Override
  public ConfigMap object(R record) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(record.key())
        .withNamespace(place.namespace())
        .withLabels(Marks.labels(record.index()))
        .addToLabels(Marks.RECORD, kind)
        .addToLabels(Marks.MANAGED_BY, Marks.MOORING)
        .withAnnotations(Marks.hidden(record.index()))
        .endMetadata()
        .addToData(DATA, codec.write().apply(record))
        .build();
  }

  /** The whole object is the record's, so it is replaced as a whole. */
  @Override
  public Call change(R record, Version version) {
    ConfigMap changed =
        new ConfigMapBuilder(object(record))
            .editMetadata()
            .withUid(version.uid())
            .withResourceVersion(version.resourceVersion())
            .endMetadata()
            .build();
    return Call.put(path() + "/" + record.key(), place.api().json().write(changed));
  }

  @Override
  public R fresh(ConfigMap object) {
    String json = object.getData() == null ? null : object.getData().get(DATA);
    R record = codec.read().apply(json == null ? "" : json);
    return codec
        .stamp()
        .stored(
            record,
            Version.of(object).toString(),
            Times.of(object.getMetadata().getCreationTimestamp()));
  }

  @Override
  public boolean isOurs(ConfigMap object) {
    return Marks.isOf(object, place.account()) && kind.equals(Marks.label(object, Marks.RECORD));
  }
}
