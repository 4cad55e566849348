package dev.mooring.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.internal.validate.ProfileRules;
import dev.mooring.internal.validate.Violations;
import dev.mooring.profile.Profile;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what is declared of a profile")
class DeclaredDataTest {
  private static final Profile BARE = Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx");

  private static List<String> wrong(Profile profile) {
    Violations violations = new Violations();
    ProfileRules.check(violations, "profiles", List.of(profile));
    return violations.list().stream().map(v -> v.field() + " " + v.message()).toList();
  }

  @Test
  @DisplayName("is refused with every mistake, each with its path, when a known key makes no sense")
  void malformed() {
    Map<String, Object> declared =
        Map.of(
            "durability",
            Map.of(
                "data", Map.of("erasure", "4of6"),
                "metadata", Map.of("replicas", "0")),
            "expected",
            Map.of(
                "perClient",
                Map.of("readMBps", "fast", "writeMBps", -1, "readLatencyMs", Map.of("avg", "x")),
                "asOf",
                "yesterday"));
    assertThat(wrong(BARE.withDeclared(declared)))
        .containsExactlyInAnyOrder(
            "profiles[0].durability.data.erasure must be k+m, like 4+2",
            "profiles[0].durability.metadata.replicas must be a whole number from 1 to 255",
            "profiles[0].expected.perClient.readMBps must be a number above 0",
            "profiles[0].expected.perClient.writeMBps must be a number above 0",
            "profiles[0].expected.perClient.readLatencyMs.avg must be a number above 0",
            "profiles[0].expected.asOf must be a date, like 2026-03-06");
  }

  @Test
  @DisplayName("stays as it is where a key is not known")
  void unknown() {
    Map<String, Object> declared =
        Map.of("durability", Map.of("zones", "two"), "expected", Map.of("total", "much"));
    Profile profile = BARE.withDeclared(declared);
    assertThat(wrong(profile)).isEmpty();
    assertThat(profile.declared()).isEqualTo(declared);
    assertThat(profile.durability()).isEmpty();
    assertThat(profile.expected()).isEmpty();
  }

  @Test
  @DisplayName("is read into types")
  void typed() {
    Profile profile =
        BARE.withDeclared(
            Map.of(
                "durability",
                Map.of("data", Map.of("erasure", "8+3"), "metadata", Map.of("replicas", 2)),
                "expected",
                Map.of(
                    "perClient",
                    Map.of("readIops", 10000, "readLatencyMs", Map.of("avg", 2, "p99", 8)),
                    "asOf",
                    "2026-03-06")));
    assertThat(profile.durability().orElseThrow().toleratedFailures()).isEqualTo(1);
    assertThat(profile.durability().orElseThrow().rawPerUsable().orElseThrow())
        .isEqualByComparingTo("1.375");
    assertThat(profile.expected())
        .hasToString(
            "Optional[10000 reads a second, a read takes 2 ms, 99 of 100 within 8 ms, as declared"
                + " on 2026-03-06]");
  }

  @Test
  @DisplayName("cannot name a class and a driver, nor a step of nothing")
  void contradictions() {
    assertThat(
            wrong(
                BARE.withStorageClass("fast")
                    .withDriver("csi.juicefs.com")
                    .withSizeStep(Capacity.ofBytes(0))))
        .containsExactlyInAnyOrder(
            "profiles[0].driver cannot stand beside storageClass, which names its driver",
            "profiles[0].sizeStep must be more than nothing");
  }
}
