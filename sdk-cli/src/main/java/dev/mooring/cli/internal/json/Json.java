package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes JSON. Unknown is null, never 0 and never left out. */
public final class Json {
  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An array of things, each in its shape. */
  public static <T> ArrayNode array(Collection<T> things, Function<? super T, JsonNode> shape) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    things.forEach(thing -> array.add(shape.apply(thing)));
    return array;
  }

  /** An array of texts. */
  public static ArrayNode texts(Collection<?> things) {
    return array(things, thing -> JsonNodeFactory.instance.textNode(thing.toString()));
  }

  /** An object of texts, sorted by key. */
  public static ObjectNode map(Map<String, String> entries) {
    ObjectNode object = object();
    new TreeMap<>(entries).forEach(object::put);
    return object;
  }

  /** Maps, lists and texts as they are; what is none of them as its text. */
  public static JsonNode tree(Object thing) {
    if (thing instanceof Map<?, ?> map) {
      ObjectNode object = object();
      map.forEach((key, value) -> object.set(String.valueOf(key), tree(value)));
      return object;
    }
    return thing instanceof Collection<?> list
        ? array(list, Json::tree)
        : JsonNodeFactory.instance.textNode(thing.toString());
  }

  /** The thing's text, or null. */
  public static @Nullable String text(Optional<?> thing) {
    return thing.map(Object::toString).orElse(null);
  }

  /** The number, or null. */
  public static @Nullable Long number(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }

  /** The document as text, ending with a line feed. */
  public static String write(JsonNode document) {
    try {
      return Writer.INSTANCE.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a JSON document", e);
    }
  }

  /** Made only when something is written as JSON: it takes its time. */
  private static final class Writer {
    static final ObjectWriter INSTANCE =
        JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writerWithDefaultPrettyPrinter();
  }
}
