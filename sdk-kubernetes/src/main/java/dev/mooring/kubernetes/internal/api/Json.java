package dev.mooring.kubernetes.internal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Kubernetes objects as JSON, by fabric8's rules. Thread-safe. */
public final class Json {
  private final ObjectMapper mapper = new ObjectMapper();
  private final KubernetesSerialization serialization = new KubernetesSerialization(mapper, false);

  /** Fabric8's own view of the same rules. */
  public KubernetesSerialization serialization() {
    return serialization;
  }

  /** An object as JSON. */
  public String write(Object object) {
    try {
      return mapper.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw broken("write", e);
    }
  }

  /** An object from JSON. */
  public <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw broken("read", e);
    }
  }

  /** JSON as a tree. */
  public JsonNode tree(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw broken("read", e);
    }
  }

  /** An object from a tree. */
  public <T> T read(JsonNode node, Class<T> type) {
    try {
      return mapper.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw broken("read", e);
    }
  }

  /** An empty tree to fill; unlike maps it keeps nulls, which a merge patch needs. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static InternalException broken(String verb, JsonProcessingException e) {
    return new InternalException(
        Problem.tried(verb)
            .on("an object of the cluster")
            .because("it is not what the API server says: " + e.getOriginalMessage())
            .cause(e));
  }
}
