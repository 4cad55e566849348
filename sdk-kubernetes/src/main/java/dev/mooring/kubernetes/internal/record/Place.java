package dev.mooring.kubernetes.internal.record;

import dev.mooring.error.StorageException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;

/**
 * Where an account's objects live: one namespace of a cluster.
 *
 * @param api the API server
 * @param namespace the namespace
 * @param account the account
 * @param region the region's name
 * @param mayCreate whether the namespace may be made when it is missing
 */
public record Place(Api api, String namespace, String account, String region, boolean mayCreate) {
  /** The path of a core collection of the namespace. */
  public String core(String plural) {
    return "api/v1/namespaces/" + namespace + "/" + plural;
  }

  /** The path of a group's collection of the namespace. */
  public String group(String groupVersion, String plural) {
    return "apis/" + groupVersion + "/namespaces/" + namespace + "/" + plural;
  }

  /** Makes the namespace, unless it is there. */
  public void createNamespace() {
    Namespace wanted =
        new NamespaceBuilder()
            .withNewMetadata()
            .withName(namespace)
            .addToLabels(Marks.MANAGED_BY, Marks.MOORING)
            .endMetadata()
            .build();
    Call call =
        Call.post("api/v1/namespaces", api.json().write(wanted))
            .saying("create", "namespace " + namespace);
    Answer answer = api.send(call);
    if (!answer.ok() && answer.code() != 409) {
      throw api.error(call, answer);
    }
  }

  /** What to say when the namespace is missing. */
  public StorageException missing(Call call) {
    return new dev.mooring.error.NotFoundException(
        api.errors()
            .problem(call.verb(), call.resource())
            .because("the namespace " + namespace + " does not exist")
            .hint("create it, or set createNamespace: true in the region's configuration"));
  }
}
