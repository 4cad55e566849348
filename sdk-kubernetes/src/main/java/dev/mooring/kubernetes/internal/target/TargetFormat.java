package dev.mooring.kubernetes.internal.target;

import dev.mooring.error.InternalException;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.RecordFormat;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.kubernetes.internal.record.Version;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.TargetRecord;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Targets as ConfigMaps: the record as JSON, its index as labels. */
final class TargetFormat implements RecordFormat<ConfigMap, TargetRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(TargetFormat.class);
  private static final String KIND = "target";
  private static final String DATA = "record";

  private final Place place;

  TargetFormat(Place place) {
    this.place = place;
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
    own.put(Marks.RECORD, KIND);
    return own;
  }

  @Override
  public String resource(TargetRecord record) {
    return record.target().toString();
  }

  @Override
  public ConfigMap object(TargetRecord record) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(record.key())
        .withNamespace(place.namespace())
        .withLabels(Marks.labels(record.index()))
        .addToLabels(Marks.RECORD, KIND)
        .addToLabels(Marks.MANAGED_BY, Marks.MOORING)
        .withAnnotations(Marks.hidden(record.index()))
        .endMetadata()
        .addToData(DATA, RecordCodec.write(record))
        .build();
  }

  /** The whole object is the record's, so it is replaced as a whole. */
  @Override
  public Call change(TargetRecord record, Version version) {
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
  public TargetRecord fresh(ConfigMap object) {
    String json = object.getData() == null ? null : object.getData().get(DATA);
    return RecordCodec.readTarget(json == null ? "" : json)
        .stored(
            Version.of(object).toString(), Times.of(object.getMetadata().getCreationTimestamp()));
  }

  @Override
  public List<TargetRecord> read(List<ConfigMap> objects) {
    List<TargetRecord> records = new ArrayList<>();
    for (ConfigMap object : objects) {
      if (!Marks.isOf(object, place.account()) || !KIND.equals(Marks.label(object, Marks.RECORD))) {
        continue;
      }
      try {
        records.add(fresh(object));
      } catch (InternalException e) {
        if (objects.size() == 1) {
          throw e;
        }
        LOG.warn(
            "Left out of a list: configmap {}: {}", object.getMetadata().getName(), e.getMessage());
      }
    }
    return records;
  }
}
