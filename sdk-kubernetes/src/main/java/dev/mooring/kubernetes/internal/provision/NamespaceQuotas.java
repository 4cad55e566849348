package dev.mooring.kubernetes.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.profile.Profile;
import dev.mooring.region.QuotaUsage;
import dev.mooring.region.QuotaUsage.Unit;
import dev.mooring.spi.Quotas;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The ResourceQuotas of the namespace, as far as they count claims: {@code requests.storage} and
 * {@code persistentvolumeclaims}, of all classes or of one. They count every claim of the
 * namespace, whoever made it.
 */
public final class NamespaceQuotas implements Quotas {
  private static final String OF_CLASS = ".storageclass.storage.k8s.io/";
  private static final String STORAGE = "requests.storage";
  private static final String CLAIMS = "persistentvolumeclaims";

  private final Place place;
  private final StorageClasses classes;

  /** The quotas of a place, whose profiles are of these classes. */
  public NamespaceQuotas(Place place, StorageClasses classes) {
    this.place = place;
    this.classes = classes;
  }

  @Override
  public List<QuotaUsage> all() {
    return read(resource -> true);
  }

  @Override
  public List<QuotaUsage> of(Profile profile) {
    String className =
        classes.find(profile) instanceof StorageClasses.There there
            ? there.info().name()
            : String.valueOf(profile.storageClass());
    return read(
        resource -> !resource.contains(OF_CLASS) || resource.startsWith(className + OF_CLASS));
  }

  private List<QuotaUsage> read(Predicate<String> wanted) {
    Api api = place.api();
    Call call =
        Call.get(place.core("resourcequotas"))
            .saying("list", "resourcequotas of namespace " + place.namespace());
    Answer answer = api.send(call);
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    List<QuotaUsage> result = new ArrayList<>();
    for (JsonNode quota : api.json().tree(answer.body()).path("items")) {
      // What has a scope is for pods, or for a kind of claims that the SDK does not make.
      if (quota.at("/spec/scopes").isEmpty() && quota.at("/spec/scopeSelector").isEmpty()) {
        add(quota, wanted, result);
      }
    }
    return result;
  }

  private static void add(JsonNode quota, Predicate<String> wanted, List<QuotaUsage> result) {
    String name = "ResourceQuota " + quota.at("/metadata/name").asText();
    JsonNode status = quota.path("status");
    status
        .path("hard")
        .properties()
        .forEach(
            limit -> {
              String resource = limit.getKey();
              Optional<Unit> unit = unit(resource);
              if (unit.isPresent() && wanted.test(resource)) {
                result.add(
                    new QuotaUsage(
                        name + ", " + resource,
                        unit.get(),
                        amount(status.path("used").path(resource).asText("0")),
                        amount(limit.getValue().asText())));
              }
            });
  }

  private static Optional<Unit> unit(String resource) {
    int slash = resource.indexOf(OF_CLASS);
    String counted = slash < 0 ? resource : resource.substring(slash + OF_CLASS.length());
    return switch (counted) {
      case STORAGE -> Optional.of(Unit.BYTES);
      case CLAIMS, "count/" + CLAIMS -> Optional.of(Unit.OBJECTS);
      default -> Optional.empty();
    };
  }

  private static long amount(String quantity) {
    return Quantity.getAmountInBytes(Quantity.parse(quantity)).longValue();
  }
}
