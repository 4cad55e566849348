package dev.mooring.internal.codec;

import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.NameRecord;
import dev.mooring.volume.VolumeKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reserved names, and the account's record, as JSON. */
final class NameFormat {
  private NameFormat() {}

  static JsonObject write(NameRecord record) {
    return new JsonObject()
        .put("key", record.key())
        .put("version", record.version())
        .put("createdAt", record.createdAt())
        .put("account", record.account())
        .put("kind", record.kind())
        .put("name", record.name())
        .put("owner", ValueFormat.write(record.owner()))
        .put("region", record.region())
        .put("volumeKey", record.volumeKey())
        .put("volumeId", ValueFormat.value(record.volumeId().value()))
        .put("since", record.since())
        .put("confirmed", record.confirmed());
  }

  static NameRecord name(JsonFields fields) {
    return new NameRecord(
        fields.text("key"),
        fields.text("version"),
        fields.time("createdAt"),
        fields.text("account"),
        fields.constant("kind", VolumeKind.class),
        fields.text("name"),
        fields.object("owner", ValueFormat::owner),
        fields.text("region"),
        fields.text("volumeKey"),
        fields.object("volumeId", ValueFormat::volumeId),
        fields.time("since"),
        fields.flag("confirmed"));
  }

  static JsonObject write(AccountRecord record) {
    Map<String, Object> regions = new LinkedHashMap<>(record.regions());
    return new JsonObject()
        .put("key", record.key())
        .put("version", record.version())
        .put("createdAt", record.createdAt())
        .put("account", record.account())
        .put("home", record.home())
        .put("regions", regions);
  }

  static AccountRecord account(JsonFields fields) {
    return new AccountRecord(
        fields.text("key"),
        fields.text("version"),
        fields.time("createdAt"),
        fields.text("account"),
        fields.text("home"),
        fields.times("regions"));
  }
}
