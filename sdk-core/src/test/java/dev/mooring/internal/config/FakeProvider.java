package dev.mooring.internal.config;

import dev.mooring.secret.SecretReference;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Durations;
import dev.mooring.spi.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section of a {@link FakeBackend}, with every form of value that sections have. */
public final class FakeProvider implements BackendProvider {
  private static final List<String> TEXTS =
      List.of("kubeconfig", "context", "namespace", "endpoint", "preset");
  private final String id;

  /** The one that ServiceLoader finds. */
  public FakeProvider() {
    this("fake");
  }

  FakeProvider(String id) {
    this.id = id;
  }

  /** Every backend that the contract of the configuration names. */
  static Providers all() {
    return new Providers(
        id -> Optional.of(new FakeProvider(id)), Set.of("fake", "embedded", "kubernetes", "s3"));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Backend configure(Settings settings) {
    Map<String, String> read = new LinkedHashMap<>();
    settings.path("root").ifPresent(path -> read.put("root", path.toString()));
    settings.bool("inMemory").ifPresent(yes -> read.put("inMemory", yes.toString()));
    settings.bool("createNamespace").ifPresent(yes -> read.put("createNamespace", yes.toString()));
    settings.duration("launchGrace").ifPresent(d -> read.put("launchGrace", Durations.format(d)));
    TEXTS.forEach(key -> settings.string(key).ifPresent(text -> read.put(key, text)));
    settings.section("instance").ifPresent(instance -> instance(instance, read));
    settings.raw("drivers").ifPresent(drivers -> read.put("drivers", drivers.toString()));
    SecretReference password =
        settings
            .section("credentials")
            .flatMap(
                section -> {
                  section.parsed("accessKeyId", SecretReference::parse);
                  return section.parsed("secretAccessKey", SecretReference::parse);
                })
            .orElse(null);
    return new FakeBackend(id, read, password);
  }

  private static void instance(Settings instance, Map<String, String> read) {
    instance.string("image").ifPresent(image -> read.put("instance.image", image));
    List<String> command = instance.strings("command");
    if (!command.isEmpty()) {
      read.put("instance.command", String.join(" ", command));
    }
    instance.string("pullPolicy").ifPresent(policy -> read.put("instance.pullPolicy", policy));
  }
}
