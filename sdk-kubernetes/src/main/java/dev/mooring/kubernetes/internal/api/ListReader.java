package dev.mooring.kubernetes.internal.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.fabric8.kubernetes.api.model.ListMeta;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads a page of a collection item by item: no tree is made of it, each item is bound from the
 * bytes as it comes. Which fields somebody manages is half of an object and never asked for, so it
 * is skipped: what is read here is not to be written. Thread-safe.
 */
final class ListReader {
  private final ObjectMapper mapper;

  /** Reads by the rules of a mapper. */
  ListReader(ObjectMapper rules) {
    this.mapper = rules.copy().addMixIn(ManagedFieldsEntry.class, WithoutFields.class);
  }

  /** Who managed fields is told, and when; which they were is not. */
  @JsonIgnoreProperties("fieldsV1")
  private interface WithoutFields {}

  /**
   * Reads a page.
   *
   * @param json the answer of the server
   * @param page sees what the page says of itself, which comes before the items
   * @param item sees each item, in their order
   * @return what the page says of itself
   */
  <T> ListMeta read(String json, Class<T> type, Consumer<ListMeta> page, Consumer<? super T> item)
      throws IOException {
    ObjectReader items = mapper.readerFor(type);
    ListMeta meta = new ListMeta();
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (JsonParser in = mapper.getFactory().createParser(bytes)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw MismatchedInputException.from(in, type, "it is no list");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        JsonToken value = in.nextToken();
        if (field.equals("items") && value == JsonToken.START_ARRAY) {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            item.accept(items.<T>readValue(in));
          }
        } else if (field.equals("metadata") && value == JsonToken.START_OBJECT) {
          meta = mapper.readValue(in, ListMeta.class);
          page.accept(meta);
        } else {
          in.skipChildren();
        }
      }
    }
    return meta;
  }
}
