package dev.mooring.kubernetes.internal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import io.fabric8.kubernetes.api.model.ListMeta;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Kubernetes objects as JSON, by fabric8's rules. Thread-safe. */
public final class Json {
  private final ObjectMapper mapper = new ObjectMapper();
  private final KubernetesSerialization serialization = new KubernetesSerialization(mapper, false);
  private final ListReader lists = new ListReader(mapper);

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

  /**
   * The items of a page of a collection, in their order; they lack which fields are managed, so
   * they are not to be written.
   *
   * @param next sees where the list goes on, if it does, before the items are read
   * @return what the page says of itself
   */
  public <T> ListMeta items(
      String json, Class<T> type, Consumer<String> next, Consumer<? super T> item) {
    try {
      return lists.read(json, type, page -> Pages.next(page).ifPresent(next), item);
    } catch (JsonProcessingException e) {
      throw broken("read", e);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory could not be read", e);
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
