package dev.mooring.internal.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text, and trees of maps, lists, strings, numbers and truth values. */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  static String write(Object tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(out, tree);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory could not be written", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Object tree) throws IOException {
    if (tree instanceof JsonObject object) {
      write(out, object.values());
    } else if (tree instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(entry.getKey().toString());
        write(out, entry.getValue());
      }
      out.writeEndObject();
    } else if (tree instanceof List<?> list) {
      out.writeStartArray();
      for (Object one : list) {
        write(out, one);
      }
      out.writeEndArray();
    } else if (tree instanceof Long number) {
      out.writeNumber(number);
    } else if (tree instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (tree instanceof Enum<?> constant) {
      out.writeString(constant.name());
    } else {
      out.writeString(tree.toString());
    }
  }

  /**
   * Reads a text. Keys whose value is null are left out.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  static Object read(String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      Object tree = value(in);
      if (tree == null || in.nextToken() != null) {
        throw new IllegalArgumentException("it is not one value");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory could not be read", e);
    }
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      return null;
    }
    return switch (token) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> array(in);
      case VALUE_STRING -> in.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, Object> object(JsonParser in) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String key = in.currentName();
      in.nextToken();
      Object value = value(in);
      if (value != null) {
        map.put(key, value);
      }
    }
    return map;
  }

  private static List<Object> array(JsonParser in) throws IOException {
    List<Object> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(in);
      if (value == null) {
        throw new IllegalArgumentException("a list holds null");
      }
      list.add(value);
    }
    return list;
  }
}
