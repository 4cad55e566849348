package dev.mooring.kubernetes;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest right that a role can grant.
 *
 * @param group the API group; empty for the core group
 * @param resource the resource, with its subresource after a slash
 * @param verb the verb
 */
record Triple(String group, String resource, String verb) {
  /** All that rules grant, one by one. */
  static List<Triple> of(List<PolicyRule> rules) {
    List<Triple> result = new ArrayList<>();
    for (PolicyRule rule : rules) {
      for (String group : rule.getApiGroups()) {
        for (String resource : rule.getResources()) {
          rule.getVerbs().forEach(verb -> result.add(new Triple(group, resource, verb)));
        }
      }
    }
    return result;
  }

  /** Rules that grant these triples, and nothing else. */
  static List<PolicyRule> rules(List<Triple> triples) {
    return triples.stream()
        .map(
            t ->
                new PolicyRuleBuilder()
                    .withApiGroups(t.group)
                    .withResources(t.resource)
                    .withVerbs(t.verb)
                    .build())
        .toList();
  }

  /** These rules without this triple. */
  List<PolicyRule> takenFrom(List<PolicyRule> rules) {
    List<Triple> rest = new ArrayList<>(of(rules));
    rest.remove(this);
    return rules(rest);
  }

  String plainResource() {
    return resource.split("/", -1)[0];
  }

  String subresource() {
    return resource.contains("/") ? resource.split("/", -1)[1] : "";
  }

  /** How the API server names it when it refuses. */
  String refusal() {
    return "cannot " + verb + " resource \"" + resource + "\"";
  }

  /** The probe of {@code regions().check()} about it. */
  String probe() {
    return "right to " + verb + " " + resource;
  }

  @Override
  public String toString() {
    return verb + " " + resource + (group.isEmpty() ? "" : "." + group);
  }
}
