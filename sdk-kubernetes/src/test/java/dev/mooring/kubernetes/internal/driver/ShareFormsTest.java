package dev.mooring.kubernetes.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mooring.kubernetes.csi.SecretUse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How each driver describes a volume once more. */
class ShareFormsTest {
  private static final Map<String, String> SUBVOLUME =
      Map.of(
          "clusterID", "ceph",
          "fsName", "cephfs",
          "subvolumeName", "csi-vol-1",
          "subvolumePath", "/volumes/csi/csi-vol-1/uuid",
          "kernelMountOptions", "ms_mode=secure",
          "storage.kubernetes.io/csiProvisionerIdentity", "x");

  private static CsiDriver driver(String provisioner) {
    return new CsiDrivers(List.of()).of(provisioner);
  }

  private static Map<String, String> without(Map<String, String> attributes, String key) {
    Map<String, String> fewer = new TreeMap<>(attributes);
    fewer.remove(key);
    return fewer;
  }

  @Test
  void cephFs_by_the_directory_of_the_subvolume() {
    CsiDriver driver = driver("rook-ceph.cephfs.csi.ceph.com");
    assertThat(driver.shares()).isTrue();
    StaticShare share = driver.share(new CsiVolume("0001-x", SUBVOLUME));
    assertThat(share.refusal()).isEmpty();
    assertThat(share.attributes())
        .containsOnly(
            entry("clusterID", "ceph"),
            entry("fsName", "cephfs"),
            entry("kernelMountOptions", "ms_mode=secure"),
            entry("rootPath", "/volumes/csi/csi-vol-1/uuid"),
            entry("staticVolume", "true"));
    assertThat(share.secret()).isEqualTo(SecretUse.NODE_STAGE);
    assertThat(share.attributes().keySet())
        .containsAll(
            driver.staticForm().orElseThrow().attributes().stream()
                .filter(Field::required)
                .map(Field::name)
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"clusterID", "subvolumePath"})
  void cephFs_not_without(String key) {
    assertThat(
            driver("cephfs.csi.ceph.com")
                .share(new CsiVolume("0001-x", without(SUBVOLUME, key)))
                .refusal())
        .contains("clusterID");
  }

  @Test
  void cephFs_not_encrypted() {
    Map<String, String> encrypted = new TreeMap<>(SUBVOLUME);
    encrypted.put("encrypted", "true");
    assertThat(driver("cephfs.csi.ceph.com").share(new CsiVolume("h", encrypted)).refusal())
        .contains("encrypted");
  }

  @Test
  void nfs_by_its_whole_path() {
    CsiDriver driver = driver("nfs.csi.k8s.io");
    Map<String, String> told = Map.of("server", "nfs", "share", "/exports/", "subDir", "pvc-1");
    Map<String, String> expected = Map.of("server", "nfs", "share", "/exports/pvc-1");
    assertThat(driver.share(new CsiVolume("h", told)).attributes()).isEqualTo(expected);
    assertThat(driver.share(new CsiVolume("h", told)).secret()).isNull();
    assertThat(
            driver
                .share(new CsiVolume("nfs#exports#pvc-1#pvc-1#", without(told, "subDir")))
                .attributes())
        .as("by the handle")
        .isEqualTo(expected);
    assertThat(driver.share(new CsiVolume("h", without(told, "subDir"))).refusal()).isNotEmpty();
  }

  @Test
  void juiceFs_by_the_option_of_its_directory() {
    CsiDriver driver = driver("csi.juicefs.com");
    StaticShare share = driver.share(new CsiVolume("pvc-1", Map.of("subPath", "pvc-1")));
    assertThat(share.mountOptions()).containsExactly("subdir=pvc-1");
    assertThat(share.fsType()).isEqualTo("juicefs");
    assertThat(share.secret()).isEqualTo(SecretUse.NODE_PUBLISH);
    assertThat(driver.share(new CsiVolume("h", Map.of())).refusal()).contains("subPath");
    for (String hostile : List.of("a,allow_other", "a b", "", "-o", "a/../b")) {
      assertThat(driver.share(new CsiVolume("h", Map.of("subPath", hostile))).refusal())
          .as(hostile)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rbd.csi.ceph.com", "driver.longhorn.io", "unheard.of"})
  void others_do_not(String provisioner) {
    assertThat(driver(provisioner).shares()).isFalse();
    assertThat(driver(provisioner).share(new CsiVolume("h", SUBVOLUME)).refusal()).isNotEmpty();
  }
}
