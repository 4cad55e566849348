package dev.mooring.internal.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.mooring.internal.validate.Violations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads YAML and JSON, within limits that no honest file reaches. Messages never quote a file. */
final class Documents {
  private static final int LARGEST = 1 << 20;
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxDocumentLength(LARGEST)
          .maxTokenCount(200_000)
          .build();
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(LIMITS).build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(LIMITS)
          // Only of plain scalars: a key without a value has none, "" stays a text.
          .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .build();

  private Documents() {}

  /** Reads a file; what is wrong with it is a violation of {@code field}. */
  static Document read(Violations violations, String field, Path file) {
    String name = file.toString();
    try {
      if (Files.size(file) > LARGEST) {
        violations.add(field, name + " is longer than 1 MiB");
        return Document.empty(name);
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return parse(violations, field, name, file.toAbsolutePath().getParent(), text);
    } catch (CharacterCodingException e) {
      violations.add(field, name + " is not UTF-8 text");
    } catch (IOException e) {
      String why = Files.exists(file) ? "cannot be read" : "does not exist";
      violations.add(field, name + " " + why + " (" + e.getClass().getSimpleName() + ")");
    }
    return Document.empty(name);
  }

  /** Parses text: JSON when it is JSON, else YAML. */
  static Document parse(
      Violations violations, String field, String name, @Nullable Path folder, String text) {
    if (text.length() > LARGEST) {
      violations.add(field, name + " is longer than 1 MiB");
      return Document.empty(name);
    }
    String body = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (body.stripLeading().startsWith("{")) {
      Violations asJson = new Violations();
      try (JsonParser parser = JSON.createParser(body)) {
        Document document = new TreeReader(asJson, name, parser).read(field, folder);
        violations.addAll(asJson.list());
        return document;
      } catch (IOException e) {
        if (name.endsWith(".json")) {
          violations.add(field, problem(name, "JSON", e));
          return Document.empty(name);
        }
        // A YAML flow mapping also begins with a brace.
      }
    }
    try (JsonParser parser = YAML.createParser(body)) {
      return new TreeReader(violations, name, parser).read(field, folder);
    } catch (IOException e) {
      violations.add(field, problem(name, "YAML", e));
      return Document.empty(name);
    }
  }

  /** The parsers' own words may quote the file, and so a secret: only the place is told. */
  private static String problem(String name, String format, IOException e) {
    String place = "";
    if (e instanceof JsonProcessingException p && p.getLocation() != null) {
      place = ": line " + p.getLocation().getLineNr() + ", column " + p.getLocation().getColumnNr();
    }
    return name + " is not valid " + format + place;
  }
}
