package dev.mooring.kubernetes.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.StorageException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.snapshot.SnapshotClasses;
import dev.mooring.profile.Profile;
import dev.mooring.region.Probe;
import dev.mooring.region.Probe.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks the connection, the rights and the profiles; one line each, failures too. */
final class Probes {
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final Place place;
  private final Api api;
  private final String server;
  private final StorageClasses classes;
  private final SnapshotClasses snapshotClasses;
  private final List<Profile> profiles;

  Probes(
      Place place,
      String server,
      StorageClasses classes,
      SnapshotClasses snapshotClasses,
      List<Profile> profiles) {
    this.place = place;
    this.api = place.api();
    this.server = server;
    this.classes = classes;
    this.snapshotClasses = snapshotClasses;
    this.profiles = profiles;
  }

  List<Probe> run() {
    List<Probe> lines = new ArrayList<>();
    Probe connection = guarded("connection", this::connection);
    lines.add(connection);
    if (connection.outcome() == Outcome.FAILED) {
      return lines;
    }
    lines.add(clock());
    lines.add(guarded("namespace " + place.namespace(), this::namespace));
    for (Right right : rights()) {
      lines.add(guarded("right to " + right.words(), () -> right(right)));
    }
    for (Profile profile : profiles) {
      String name = "profile " + profile.name();
      lines.add(guarded(name, () -> profile(name, profile)));
    }
    return lines;
  }

  private Set<Right> rights() {
    Set<Right> rights = new LinkedHashSet<>(Right.NEEDED);
    if (profiles.stream().anyMatch(profile -> profile.shareSecret() != null)) {
      rights.addAll(Right.SHARING);
    }
    return rights;
  }

  private Probe guarded(String name, Supplier<Probe> check) {
    try {
      return check.get();
    } catch (StorageException e) {
      return Probe.failed(place.region(), name, e.code(), e.problem().message());
    }
  }

  private Probe connection() {
    JsonNode version = api.json().tree(good(Call.get("version").saying("read", "version")).body());
    return line(
        "connection",
        Outcome.OK,
        "Kubernetes " + version.path("gitVersion").asText() + " at " + server);
  }

  private Probe clock() {
    Duration difference = api.clock().difference();
    boolean far = difference.abs().compareTo(SKEW) > 0;
    return line(
        "clock",
        far ? Outcome.WARNING : Outcome.OK,
        far
            ? "this machine's clock differs by "
                + difference.toSeconds()
                + " s from the API server's, whose time is used"
            : "in step with the API server's");
  }

  private Probe namespace() {
    String name = "namespace " + place.namespace();
    Call call = Call.get("api/v1/namespaces/" + place.namespace()).saying("read", name);
    Answer answer = api.send(call);
    if (answer.code() == 403) {
      return line(name, Outcome.OK, "this client may not read it; the rights below tell");
    }
    if (answer.code() == 404) {
      return place.mayCreate()
          ? line(name, Outcome.WARNING, "does not exist yet; it is made with the first volume")
          : line(name, Outcome.FAILED, "does not exist; create it, or set createNamespace: true");
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return line(name, Outcome.OK, "exists");
  }

  private Probe right(Right right) {
    ObjectNode review = Json.object();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
    ObjectNode attributes = review.putObject("spec").putObject("resourceAttributes");
    attributes.put("verb", right.verb()).put("group", right.group());
    attributes.put("resource", right.resource());
    if (!right.subresource().isEmpty()) {
      attributes.put("subresource", right.subresource());
    }
    if (right.namespaced()) {
      attributes.put("namespace", place.namespace());
    }
    Call call =
        Call.post("apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review.toString())
            .saying("review", "own rights");
    boolean allowed = api.json().tree(good(call).body()).path("status").path("allowed").asBoolean();
    String name = "right to " + right.words();
    if (allowed) {
      return line(name, Outcome.OK, "granted");
    }
    return right.vital()
        ? Probe.failed(place.region(), name, ErrorCode.ACCESS_DENIED, right.otherwise())
        : line(name, Outcome.WARNING, right.otherwise());
  }

  private Probe profile(String name, Profile profile) {
    StorageClasses.Found found = classes.find(profile);
    String wanted = profile.storageClass() == null ? "the default" : profile.storageClass();
    if (found instanceof StorageClasses.There there) {
      String driver = there.info().provisioner();
      return profile
          .snapshotClassIfSet()
          .flatMap(named -> snapshotClasses.against(named, driver))
          .map(against -> line(name, Outcome.FAILED, against))
          .orElseGet(
              () ->
                  line(name, Outcome.OK, "storage class " + there.info().name() + " of " + driver));
    }
    return found instanceof StorageClasses.Unreadable
        ? line(name, Outcome.WARNING, "storage class " + wanted + " cannot be read")
        : missing(name, wanted, profile.driver());
  }

  /** A profile of a driver that is not there is offered as soon as it is: nobody made a mistake. */
  private Probe missing(String name, String wanted, @Nullable String driver) {
    return driver == null
        ? line(name, Outcome.FAILED, "storage class " + wanted + " does not exist")
        : line(name, Outcome.WARNING, "there is no storage class of " + driver);
  }

  private Answer good(Call call) {
    Answer answer = api.send(call);
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return answer;
  }

  private Probe line(String name, Outcome outcome, String detail) {
    return new Probe(place.region(), name, outcome, detail);
  }
}
