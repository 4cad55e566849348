package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Durability;
import dev.mooring.profile.Expectation;
import dev.mooring.profile.Features;
import dev.mooring.profile.Latency;
import dev.mooring.profile.Obstacle;
import dev.mooring.profile.Performance;
import dev.mooring.profile.Redundancy;
import dev.mooring.profile.Sample;
import dev.mooring.profile.Support;
import dev.mooring.volume.AccessMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a profile that the catalogue tells in types. Unknown is null. */
final class CatalogueJson {
  private CatalogueJson() {}

  static void add(ObjectNode json, Availability availability) {
    json.put("cause", availability.cause().map(Enum::name).orElse(null));
    json.set(
        "obstacles",
        Json.array(
            availability.obstacles(),
            (Obstacle obstacle) ->
                Json.object()
                    .put("cause", obstacle.cause().name())
                    .put("words", obstacle.words())));
  }

  static ObjectNode of(Features features) {
    ObjectNode json =
        Json.object()
            .put("driver", features.driver().isEmpty() ? null : features.driver())
            .put("terms", features.terms().isEmpty() ? null : features.terms())
            .put("storageClass", features.storageClass());
    json.set(
        "accessModes",
        Json.texts(features.accessModes().stream().map(AccessMode::kubernetesName).toList()));
    json.put("growth", features.growth().name());
    json.put("snapshots", known(features.snapshots()));
    json.put("clones", known(features.clones()));
    json.put("enforcement", features.enforcementIfKnown().map(Enum::name).orElse(null));
    json.set("posixGaps", Json.texts(features.gaps()));
    return json;
  }

  static @Nullable JsonNode durability(Optional<Durability> declared) {
    return declared
        .map(
            durability -> {
              ObjectNode json = Json.object();
              json.set("data", durability.dataIfDeclared().map(CatalogueJson::of).orElse(null));
              json.set(
                  "metadata", durability.metadataIfDeclared().map(CatalogueJson::of).orElse(null));
              return json.put("toleratedFailures", durability.toleratedFailures())
                  .put("rawPerUsable", durability.rawPerUsable().orElse(null));
            })
        .orElse(null);
  }

  private static ObjectNode of(Redundancy redundancy) {
    return Json.object()
        .put("scheme", redundancy.scheme().word())
        .put("data", redundancy.data())
        .put("coding", redundancy.coding())
        .put("toleratedFailures", redundancy.toleratedFailures())
        .put("rawPerUsable", redundancy.rawPerUsable());
  }

  static @Nullable JsonNode expected(Optional<Expectation> declared) {
    return declared
        .map(
            expected -> {
              ObjectNode json = Json.object();
              json.set("perClient", of(expected.perClient()));
              return json.put("asOf", Json.text(expected.asOfIfKnown()));
            })
        .orElse(null);
  }

  static ObjectNode of(Sample sample) {
    ObjectNode json = Json.object();
    json.set("perClient", of(sample.perClient()));
    return json.put("on", sample.measuredOn().toString()).put("by", sample.by());
  }

  private static ObjectNode of(Performance performance) {
    ObjectNode json =
        Json.object()
            .put("readMBps", performance.readMBps())
            .put("writeMBps", performance.writeMBps())
            .put("readIops", performance.readIops())
            .put("writeIops", performance.writeIops());
    json.set("readLatencyMs", of(performance.readLatency()));
    json.set("writeLatencyMs", of(performance.writeLatency()));
    return json;
  }

  private static @Nullable JsonNode of(@Nullable Latency latency) {
    return latency == null
        ? null
        : Json.object().put("avg", latency.average()).put("p99", latency.p99());
  }

  private static @Nullable Boolean known(Support support) {
    return switch (support) {
      case YES -> true;
      case NO -> false;
      case UNKNOWN -> null;
    };
  }
}
