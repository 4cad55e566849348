package dev.mooring.embedded.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The small files of the backend: one JSON object of texts each. Read and written without Jackson's
 * object mapper, which takes longer to load than a drive to make.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  static String write(Map<String, String> texts) {
    StringWriter written = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(written).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        json.writeStringField(text.getKey(), text.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("texts can be written as JSON", e);
    }
    return written + "\n";
  }

  /** The texts; what is no text is left out. */
  static Texts read(String json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        String text = parser.nextTextValue();
        if (text == null) {
          parser.skipChildren();
        } else {
          texts.put(name, text);
        }
      }
    }
    return new Texts(texts);
  }

  /** What a file says. */
  record Texts(Map<String, String> all) {
    String get(String name) throws IOException {
      String text = all.get(name);
      if (text == null) {
        throw new IOException("'" + name + "' is missing");
      }
      return text;
    }
  }
}
