package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cost.Rate;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.spi.Durations;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A profile as it stands in a region. */
public final class ProfileJson {
  private ProfileJson() {}

  /** An offer. */
  public static ObjectNode of(ProfileOffer offer) {
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
            .put("recommendation", emptyIsNull(String.join(", ", profile.bestFor())))
            .put("default", profile.isDefault())
            .put("storageClass", profile.storageClass())
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
