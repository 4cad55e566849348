package dev.mooring.kubernetes.internal.classes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.internal.driver.ClassFacts;
import dev.mooring.kubernetes.internal.driver.SecretSeen;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads the facts of a storage class from its object. */
final class ClassReader {
  private ClassReader() {}

  /**
   * The facts.
   *
   * @param secrets what is known of a Secret, by namespace and name; asked once for each
   */
  static ClassFacts read(JsonNode object, BiFunction<String, String, SecretSeen> secrets) {
    Map<String, String> parameters = strings(object.path("parameters"));
    Map<String, SecretSeen> seen = new HashMap<>();
    Map<SecretUse, ClassFacts.Named> named = new EnumMap<>(SecretUse.class);
    for (SecretUse use : SecretUse.values()) {
      String name = parameters.getOrDefault(use.nameParameter(), "");
      String namespace = parameters.getOrDefault(use.namespaceParameter(), "");
      if (!name.isEmpty() && !namespace.isEmpty()) {
        named.put(
            use,
            new ClassFacts.Named(
                namespace,
                name,
                seen.computeIfAbsent(
                    namespace + "/" + name, key -> look(namespace, name, secrets))));
      }
    }
    return new ClassFacts(
        object.path("metadata").path("name").asText(),
        object.path("provisioner").asText(),
        parameters,
        object.path("allowVolumeExpansion").asBoolean(),
        object.path("reclaimPolicy").asText().equals("Retain"),
        named);
  }

  /** A template is filled in for each volume: there is no Secret to look at yet. */
  private static SecretSeen look(
      String namespace, String name, BiFunction<String, String, SecretSeen> secrets) {
    if (name.contains("${") || namespace.contains("${")) {
      return new SecretSeen.Unread("each volume has its own");
    }
    return ClassNames.isName(name) && ClassNames.isNamespace(namespace)
        ? secrets.apply(namespace, name)
        : new SecretSeen.Missing();
  }

  static Map<String, String> strings(JsonNode object) {
    Map<String, String> strings = new TreeMap<>();
    object.properties().forEach(e -> strings.put(e.getKey(), e.getValue().asText()));
    return strings;
  }
}
