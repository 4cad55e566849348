package dev.mooring.kubernetes.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.TopologySelectorTerm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nodes by their labels: one of the terms must hold, and a term holds when each of its labels has
 * one of its values. Without terms any node will do.
 *
 * @param terms for each alternative the values by label
 */
public record NodeTerms(List<Map<String, Set<String>>> terms) {
  /** Copies. */
  public NodeTerms {
    terms = List.copyOf(terms);
  }

  /** Any node. */
  public static NodeTerms any() {
    return new NodeTerms(List.of());
  }

  /** The nodes with these labels. */
  public static NodeTerms of(Map<String, String> labels) {
    if (labels.isEmpty()) {
      return any();
    }
    Map<String, Set<String>> term = new TreeMap<>();
    labels.forEach((key, value) -> term.put(key, Set.of(value)));
    return new NodeTerms(List.of(Collections.unmodifiableMap(term)));
  }

  /** Where the volumes of a class may be made: its {@code allowedTopologies}. */
  static NodeTerms allowed(@Nullable List<TopologySelectorTerm> topologies) {
    if (topologies == null) {
      return any();
    }
    List<Map<String, Set<String>>> terms = new ArrayList<>();
    for (TopologySelectorTerm topology : topologies) {
      Map<String, Set<String>> term = new TreeMap<>();
      topology
          .getMatchLabelExpressions()
          .forEach(label -> term.put(label.getKey(), new TreeSet<>(label.getValues())));
      terms.add(Collections.unmodifiableMap(term));
    }
    return new NodeTerms(terms);
  }

  /** The nodes that reach a PersistentVolume; of its expressions only {@code In} is understood. */
  static NodeTerms ofVolume(JsonNode volume) {
    List<Map<String, Set<String>>> terms = new ArrayList<>();
    for (JsonNode node : volume.at("/spec/nodeAffinity/required/nodeSelectorTerms")) {
      Map<String, Set<String>> term = new TreeMap<>();
      for (JsonNode expression : node.path("matchExpressions")) {
        if (expression.path("operator").asText().equals("In")) {
          Set<String> values = new TreeSet<>();
          expression.path("values").forEach(value -> values.add(value.asText()));
          term.put(expression.path("key").asText(), values);
        }
      }
      terms.add(Collections.unmodifiableMap(term));
    }
    return new NodeTerms(terms);
  }

  /** The nodes of a label selector; of its expressions only {@code In} is understood. */
  static NodeTerms selected(JsonNode selector) {
    Map<String, Set<String>> term = new TreeMap<>();
    selector
        .path("matchLabels")
        .properties()
        .forEach(label -> term.put(label.getKey(), Set.of(label.getValue().asText())));
    for (JsonNode expression : selector.path("matchExpressions")) {
      if (expression.path("operator").asText().equals("In")) {
        Set<String> values = new TreeSet<>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        term.put(expression.path("key").asText(), values);
      }
    }
    return term.isEmpty() ? any() : new NodeTerms(List.of(Collections.unmodifiableMap(term)));
  }

  /** Whether one node could be of both, as far as their labels tell. */
  public boolean meets(NodeTerms other) {
    return terms.isEmpty()
        || other.terms.isEmpty()
        || terms.stream().anyMatch(a -> other.terms.stream().anyMatch(b -> meet(a, b)));
  }

  private static boolean meet(Map<String, Set<String>> a, Map<String, Set<String>> b) {
    return a.entrySet().stream()
        .allMatch(
            label -> {
              Set<String> others = b.get(label.getKey());
              return others == null || !Collections.disjoint(label.getValue(), others);
            });
  }

  /** For example {@code topology.kubernetes.io/zone in a, b or rack in 7}. */
  @Override
  public String toString() {
    return terms.isEmpty()
        ? "any"
        : terms.stream()
            .map(
                term ->
                    term.entrySet().stream()
                        .map(e -> e.getKey() + " in " + String.join(", ", e.getValue()))
                        .collect(Collectors.joining(" and ")))
            .collect(Collectors.joining(" or "));
  }
}
