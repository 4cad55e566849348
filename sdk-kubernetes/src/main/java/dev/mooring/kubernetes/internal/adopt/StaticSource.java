package dev.mooring.kubernetes.internal.adopt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.admin.ClassSecret;
import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.kubernetes.internal.api.Json;

/** The description of data as an annotation holds it: with the name of its Secret, no value. */
final class StaticSource {
  private StaticSource() {}

  static String write(StaticVolumeSpec source) {
    ObjectNode tree = Json.object();
    tree.put("driver", source.driver());
    if (source.handle() != null) {
      tree.put("handle", source.handle());
    }
    ObjectNode attributes = tree.putObject("attributes");
    source.attributes().forEach(attributes::put);
    source.mountOptions().forEach(tree.withArray("mountOptions")::add);
    ClassSecret secret = source.secret();
    if (secret != null) {
      tree.putObject("secret").put("namespace", secret.namespace()).put("name", secret.name());
    }
    return tree.toString();
  }

  static StaticVolumeSpec read(Json json, String text) {
    JsonNode tree = json.tree(text);
    StaticVolumeSpec source = StaticVolumeSpec.of(tree.path("driver").asText());
    if (tree.has("handle")) {
      source = source.handle(tree.path("handle").asText());
    }
    for (var attribute : tree.path("attributes").properties()) {
      source = source.attribute(attribute.getKey(), attribute.getValue().asText());
    }
    for (JsonNode option : tree.path("mountOptions")) {
      source = source.mountOption(option.asText());
    }
    JsonNode secret = tree.path("secret");
    return secret.isMissingNode()
        ? source
        : source.secret(secret.path("namespace").asText(), secret.path("name").asText());
  }
}
