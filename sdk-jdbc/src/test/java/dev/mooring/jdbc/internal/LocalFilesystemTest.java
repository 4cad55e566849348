package dev.mooring.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.InvalidRequestException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A database's filesystem")
class LocalFilesystemTest {
  private static final Path FILE = Path.of("/mnt/team/records.db");

  @ParameterizedTest(name = "is refused when it is {0}")
  @ValueSource(
      strings = {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "fuse.sshfs",
        "9p",
        "ceph",
        "lustre",
        "glusterfs",
        "fuse.glusterfs",
        "fuse.juicefs",
        "fuse.rclone",
        "NFS"
      })
  void refuses(String type) {
    assertThatThrownBy(() -> LocalFilesystem.require(FILE, type))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("/mnt/team/records.db")
        .hasMessageContaining("(" + type + ")");
  }

  @ParameterizedTest(name = "is accepted when it is {0}")
  @ValueSource(
      strings = {"ext4", "xfs", "btrfs", "overlay", "tmpfs", "zfs", "apfs", "fuse.gocryptfs"})
  void accepts(String type) {
    assertThatCode(() -> LocalFilesystem.require(FILE, type)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("is that of the nearest folder which exists")
  void looksAtNearest(@TempDir Path folder) {
    assertThat(LocalFilesystem.type(folder.resolve("not/yet/there.db")))
        .isEqualTo(LocalFilesystem.type(folder))
        .isNotEqualTo("unknown");
  }
}
