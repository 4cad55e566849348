package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cost.Rate;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.ProfileOption;
import dev.mooring.profile.UseCase;
import dev.mooring.spi.Durations;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A profile as it stands in a region. */
public final class ProfileJson {
  private ProfileJson() {}

  /**
   * An offer; its recommendation is what its administrator says, else for what it is the first
   * choice of its region.
   */
  public static ObjectNode of(ProfileOffer offer) {
    return of(offer, recommendation(offer));
  }

  /** An offer that was weighed for a use; its recommendation is why it has its place. */
  public static ObjectNode of(ProfileOption option) {
    return of(option.offer(), String.join("; ", option.reasons()));
  }

  private static String recommendation(ProfileOffer offer) {
    String first =
        offer.recommendedFor().stream().map(UseCase::words).collect(Collectors.joining(", "));
    return offer.profile().bestFor().isEmpty() && !first.isEmpty()
        ? "the first choice for " + first
        : String.join(", ", offer.profile().bestFor());
  }

  private static ObjectNode of(ProfileOffer offer, String recommendation) {
    Profile profile = offer.profile();
    Optional<Rate> rate = offer.rateIfSet();
    ObjectNode json =
        Json.object()
            .put("name", profile.name())
            .put("kind", profile.kind().word())
            .put("lane", profile.lane())
            .put("region", offer.region())
            .put("backend", offer.backend())
            .put("available", available(offer.availability()))
            .put("reason", emptyIsNull(offer.availability().reason()))
            .put("recommendation", emptyIsNull(recommendation))
            .put("default", profile.isDefault())
            .put("storageClass", profile.storageClass())
            .put("snapshotClass", profile.snapshotClass())
            .put(
                "accessMode",
                Optional.ofNullable(offer.accessMode())
                    .map(AccessMode::kubernetesName)
                    .orElse(null))
            .put("minSizeBytes", profile.minSize().bytes())
            .put(
                "maxSizeBytes",
                Optional.ofNullable(profile.maxSize()).map(Capacity::bytes).orElse(null))
            .put("mountPath", Json.text(Optional.ofNullable(profile.mountPath())))
            .put("trash", profile.trash().isZero() ? null : Durations.format(profile.trash()))
            .put("adminContact", profile.adminContact());
    json.set("rate", rate.map(ProfileJson::of).orElse(null));
    json.set("bestFor", Json.texts(profile.bestFor()));
    json.set("nodeSelector", Json.map(profile.nodeSelector()));
    json.put("createBy", profile.createBy().word());
    json.put("quotaBytes", profile.quotaIfSet().map(Capacity::bytes).orElse(null));
    json.set("declared", Json.tree(profile.declared()));
    CatalogueJson.add(json, offer.availability());
    json.put("driver", profile.driver());
    json.put("sizeStepBytes", profile.sizeStepIfSet().map(Capacity::bytes).orElse(null));
    json.set("features", CatalogueJson.of(offer.features()));
    json.set("durability", CatalogueJson.durability(profile.durability()));
    json.set("expected", CatalogueJson.expected(profile.expected()));
    json.set("measured", Json.array(profile.samples(), CatalogueJson::of));
    json.set(
        "recommendedFor", Json.texts(offer.recommendedFor().stream().map(UseCase::word).toList()));
    return json;
  }

  private static ObjectNode of(Rate rate) {
    return Json.object()
        .put("perMonth", rate.perMonth().toPlainString())
        .put("unit", rate.unit().symbol())
        .put("source", rate.source());
  }

  private static @Nullable Boolean available(Availability availability) {
    return switch (availability.state()) {
      case AVAILABLE -> true;
      case UNAVAILABLE -> false;
      case UNKNOWN -> null;
    };
  }

  private static @Nullable String emptyIsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
