package dev.mooring.kubernetes.internal.classes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.ConflictException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.driver.SecretSeen;
import java.util.List;
import java.util.stream.Collectors;

/** The objects of classes in a cluster. */
final class ClassCluster {
  static final String CLASSES = "apis/storage.k8s.io/v1/storageclasses";

  private final Api api;

  ClassCluster(Api api) {
    this.api = api;
  }

  static String secrets(String namespace) {
    return "api/v1/namespaces/" + namespace + "/secrets";
  }

  /** A class. */
  JsonNode read(String name) {
    String resource = "storage class " + name;
    Call call = Call.get(CLASSES + "/" + name).saying("validate", resource);
    Answer answer = api.send(call);
    if (answer.code() == 404) {
      throw new NotFoundException(
          api.errors()
              .problem("validate", resource)
              .because("there is no such storage class")
              .hint("kubectl get storageclasses lists what there is"));
    }
    return good(call, answer);
  }

  /** The keys of a Secret, if this client may read it. */
  SecretSeen secret(String namespace, String name) {
    Call call =
        Call.get(secrets(namespace) + "/" + name)
            .saying("read", "secret " + namespace + "/" + name);
    Answer answer = api.send(call);
    return switch (answer.code()) {
      case 404 -> new SecretSeen.Missing();
      case 403 ->
          new SecretSeen.Unread(
              "this client may not read it: bind deploy/role-secrets.yaml in " + namespace);
      default ->
          new SecretSeen.There(ClassReader.strings(good(call, answer).path("data")).keySet());
    };
  }

  /** What there is to do for an object. */
  Step.ToDo look(Step step) {
    Call call = Call.get(step.path() + "/" + step.name()).saying("read", step.resource());
    Answer answer = api.send(call);
    if (answer.code() == 404) {
      return answer.body().contains("could not find the requested resource")
          ? new Step.NoSuchKind()
          : new Step.Create();
    }
    JsonNode found = good(call, answer);
    if (step.wanted().has("stringData")) {
      return Secrets.compare(step, found);
    }
    List<Violation> violations = Difference.of(step.resource(), step.wanted(), found);
    return violations.isEmpty() ? new Step.Nothing() : new Step.Refuse(violations);
  }

  /** Does it. */
  void run(Step step) {
    Step.ToDo todo = look(step);
    if (todo instanceof Step.Create) {
      Call call =
          Call.post(step.path(), step.wanted().toString()).saying("create", step.resource());
      Answer answer = api.send(call);
      if (answer.code() == 409) {
        todo = look(step); // somebody else was faster: if it is the same, all is well
      } else {
        good(call, answer);
        return;
      }
    }
    if (todo instanceof Step.Replace replace) {
      Call call =
          Call.put(step.path() + "/" + step.name(), replace.object().toString())
              .saying("change", step.resource());
      good(call, api.send(call));
    } else if (todo instanceof Step.Refuse refuse) {
      throw new ConflictException(
          api.errors()
              .problem("apply", step.resource())
              .because(
                  refuse.violations().stream()
                      .map(Violation::toString)
                      .collect(Collectors.joining("; ")))
              .hint("plan again"));
    }
  }

  private JsonNode good(Call call, Answer answer) {
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return api.json().tree(answer.body());
  }
}
