package dev.mooring.embedded.internal;

import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.spi.TargetRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an instance's folder says about itself. An instance runs while this file is there: it is
 * written last.
 *
 * @param key key of the target's record
 * @param kind the target's kind
 * @param name the target's name
 * @param token the random token of the target's present life
 * @param startedAt when it was started
 * @param scratch the paths of its scratch space
 */
record InstanceFile(
    String key, String kind, String name, String token, Instant startedAt, List<String> scratch) {
  InstanceFile {
    scratch = List.copyOf(scratch);
  }

  static InstanceFile of(TargetRecord target, Instant startedAt) {
    return new InstanceFile(
        target.key(),
        target.target().kind().word(),
        target.target().name(),
        target.token(),
        startedAt,
        target.scratch().stream().map(s -> s.path().value()).toList());
  }

  String json() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("key", key);
    texts.put("kind", kind);
    texts.put("name", name);
    texts.put("token", token);
    texts.put("startedAt", startedAt.toString());
    // No mount path has a space in it.
    texts.put("scratch", String.join(" ", scratch));
    return Json.write(texts);
  }

  static InstanceFile read(String json) throws IOException {
    Json.Texts texts = Json.read(json);
    String scratch = texts.get("scratch");
    try {
      return new InstanceFile(
          texts.get("key"),
          texts.get("kind"),
          texts.get("name"),
          texts.get("token"),
          Instant.parse(texts.get("startedAt")),
          scratch.isEmpty() ? List.of() : List.of(scratch.split(" ", -1)));
    } catch (DateTimeParseException e) {
      throw new IOException("'startedAt' is no time", e);
    }
  }

  Target target() {
    return Target.of(TargetKind.ofWord(kind).orElse(TargetKind.INSTANCE), name);
  }
}
