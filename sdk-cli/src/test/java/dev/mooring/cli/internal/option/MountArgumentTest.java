package dev.mooring.cli.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.volume.VolumeRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("NAME[:PATH][:ro]:")
class MountArgumentTest {
  private final Reading reading = new Reading();

  @Test
  @DisplayName("a bare name is mounted at its default path")
  void bareName() {
    assertThat(read("x")).isEqualTo(mount(VolumeRef.named("x"), null, false));
  }

  @Test
  @DisplayName("a path may follow, and ro after it")
  void pathAndMode() {
    assertThat(read("x:/data")).isEqualTo(mount(VolumeRef.named("x"), "/data", false));
    assertThat(read("x:/data:ro")).isEqualTo(mount(VolumeRef.named("x"), "/data", true));
    assertThat(read("x:/data:rw")).isEqualTo(mount(VolumeRef.named("x"), "/data", false));
  }

  @Test
  @DisplayName("ro may follow the name alone")
  void modeWithoutPath() {
    assertThat(read("x:ro")).isEqualTo(mount(VolumeRef.named("x"), null, true));
  }

  @Test
  @DisplayName("a volume called ro is a volume")
  void volumeCalledRo() {
    assertThat(read("ro")).isEqualTo(mount(VolumeRef.named("ro"), null, false));
  }

  @Test
  @DisplayName("the kind may stand before the name")
  void kindBeforeName() {
    assertThat(read("drive/x:/data")).isEqualTo(mount(VolumeRef.drive("x"), "/data", false));
    assertThat(read("fs/x:ro")).isEqualTo(mount(VolumeRef.fs("x"), null, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", ":/data", "x:/a:/b", "x:/a:ro:ro", "bucket/x:/a"})
  @DisplayName("anything else is a violation of its field")
  void anythingElseIsViolation(String text) {
    assertThat(MountArgument.read(reading, "mounts[0]", text)).isEmpty();
    assertThat(reading.violations())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.field()).isEqualTo("mounts[0]");
              assertThat(v.message()).isNotEmpty();
            });
  }

  private MountArgument read(String text) {
    return MountArgument.read(reading, "mounts[0]", text).orElseThrow();
  }

  private static MountArgument mount(VolumeRef volume, @Nullable String path, boolean readOnly) {
    return new MountArgument(volume, path, readOnly);
  }
}
