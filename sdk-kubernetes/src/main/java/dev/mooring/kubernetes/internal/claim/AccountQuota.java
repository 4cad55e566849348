package dev.mooring.kubernetes.internal.claim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Index;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration's limit of an account: the sizes asked for by all its claims. Creates of one
 * moment may all pass it here; core sums again after each, and takes away what lies beyond.
 */
public final class AccountQuota {
  private final Place place;
  private final @Nullable Capacity limit;

  /** A limit, or null for none. */
  public AccountQuota(Place place, @Nullable Capacity limit) {
    this.place = place;
    this.limit = limit;
  }

  /** Refuses a volume that would pass the limit. */
  void admit(VolumeRecord record) {
    if (limit == null) {
      return;
    }
    long used = used();
    long asked = record.spec().sizeBytes();
    if (asked > limit.bytes() - used) {
      throw new QuotaExceededException(
          place
              .api()
              .errors()
              .problem("create", record.resource())
              .because(
                  "the account may have "
                      + limit
                      + " in this region, has "
                      + Capacity.ofBytes(used)
                      + ", and asked for "
                      + Capacity.ofBytes(asked))
              .hint("delete something, or ask for a higher quota"),
          used,
          limit.bytes(),
          asked);
    }
  }

  private long used() {
    Api api = place.api();
    BigDecimal sum = BigDecimal.ZERO;
    String next = "";
    do {
      Call call =
          Call.get(place.core("persistentvolumeclaims"))
              .with(
                  "labelSelector",
                  Marks.selector(Marks.labels(Map.of(Index.ACCOUNT, place.account()))))
              .with("limit", "500")
              .with("continue", next.isEmpty() ? null : next)
              .saying("list", "persistentvolumeclaims of namespace " + place.namespace());
      Answer answer = api.send(call);
      if (!answer.ok()) {
        throw api.error(call, answer);
      }
      JsonNode list = api.json().tree(answer.body());
      for (JsonNode item : list.path("items")) {
        String size =
            item.path("spec").path("resources").path("requests").path("storage").asText("0");
        sum = sum.add(Quantity.getAmountInBytes(Quantity.parse(size)));
      }
      next = list.path("metadata").path("continue").asText();
    } while (!next.isEmpty());
    return sum.longValue();
  }
}
