package dev.mooring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.Violation;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The embedded backend's configuration")
class EmbeddedTest {
  private static Backend configure(Map<String, ?> section) {
    Settings settings = Settings.of(section);
    Backend backend = new EmbeddedProvider().configure(settings);
    assertThat(settings.finish()).isEmpty();
    return backend;
  }

  private static List<String> violations(Map<String, ?> section) {
    Settings settings = Settings.of(section);
    new EmbeddedProvider().configure(settings);
    return settings.finish().stream().map(Violation::toString).toList();
  }

  @Test
  @DisplayName("is found through the service loader, once")
  void isFound() {
    assertThat(ServiceLoader.load(BackendProvider.class))
        .filteredOn(provider -> provider.id().equals("embedded"))
        .hasSize(1);
  }

  @Test
  @DisplayName("says the same in the file and in Java")
  void equalsFile() {
    assertThat(configure(Map.of("root", "/srv/mooring", "launchGrace", "90s")))
        .isEqualTo(Embedded.at(Path.of("/srv/mooring")).launchGrace(Duration.ofSeconds(90)))
        .hasSameHashCodeAs(Embedded.at(Path.of("/srv/mooring")).launchGrace(Duration.ofSeconds(90)))
        .isNotEqualTo(Embedded.at(Path.of("/srv/mooring")))
        .isNotEqualTo(Embedded.at(Path.of("/srv/other")).launchGrace(Duration.ofSeconds(90)));
    assertThat(configure(Map.of("inMemory", true))).isEqualTo(Embedded.inMemory());
  }

  @Test
  @DisplayName("takes a leading ~ for the user's home, and normalises the path")
  void expandsHome() {
    Path home = Path.of(System.getProperty("user.home"));
    assertThat(configure(Map.of("root", "~/.mooring/laptop")))
        .isEqualTo(Embedded.at(home.resolve(".mooring").resolve("laptop")));
    assertThat(configure(Map.of("root", "~"))).isEqualTo(Embedded.at(home));
    assertThat(configure(Map.of("root", "/srv/x/../y")).describe()).containsEntry("root", "/srv/y");
    assertThat(configure(Map.of("root", "/srv/~x")).describe()).containsEntry("root", "/srv/~x");
  }

  @Test
  @DisplayName("has a launch grace of ten minutes unless set")
  void hasDefaults() {
    assertThat(configure(Map.of("root", "/srv/mooring")).describe())
        .isEqualTo(Map.of("root", "/srv/mooring", "launchGrace", "10m"));
    assertThat(configure(Map.of("inMemory", "true")).describe())
        .isEqualTo(Map.of("inMemory", "true", "launchGrace", "10m"));
  }

  @Test
  @DisplayName("refuses what cannot be, by the key's name")
  void refuses() {
    assertThat(violations(Map.of())).singleElement().asString().contains("root: is missing");
    assertThat(violations(Map.of("root", "/srv", "inMemory", true)))
        .singleElement()
        .asString()
        .contains("root: cannot be combined");
    assertThat(violations(Map.of("root", " "))).singleElement().asString().contains("root: ");
    assertThat(violations(Map.of("root", "/a\0b")))
        .singleElement()
        .asString()
        .contains("must be a path");
    assertThat(violations(Map.of("root", "/srv", "launchGrace", "soon")))
        .singleElement()
        .asString()
        .contains("launchGrace: ");
    assertThat(violations(Map.of("root", "/srv", "lanchGrace", "1m")))
        .singleElement()
        .asString()
        .contains("try launchGrace");
    assertThatThrownBy(() -> Embedded.inMemory().launchGrace(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("offers one default profile of each kind")
  void offersProfiles() {
    assertThat(Embedded.inMemory().standardProfiles())
        .allMatch(Profile::isDefault)
        .extracting(Profile::name)
        .containsExactly("block", "shared", "object");
  }
}
