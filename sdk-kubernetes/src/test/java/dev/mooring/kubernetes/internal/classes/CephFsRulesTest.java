package dev.mooring.kubernetes.internal.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.kubernetes.csi.CephFsClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CephFsRulesTest {
  private static final CephFsClass GOOD =
      CephFsClass.named("shared")
          .clusterId("ceph")
          .fsName("cephfs")
          .secret(Rendering.secret("adminID", "adminKey"));

  private final Rendering rendering = new Rendering();

  @Test
  void nothing_stands_against_a_whole_class_under_any_of_its_drivers_names() {
    assertThat(rendering.violations(GOOD.pool("ec").mounter("fuse"))).isEmpty();
    assertThat(rendering.violations(GOOD.provisioner("rook-ceph.cephfs.csi.ceph.com"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clusterID", "fsName"})
  void a_parameter_that_is_missing_is_named(String key) {
    assertThat(rendering.fields(GOOD.parameter(key, null))).containsExactly("parameters." + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioner", "node-stage", "controller-expand"})
  void a_step_without_its_secret_is_named(String use) {
    assertThat(rendering.fields(Rendering.without(GOOD, use)))
        .containsExactly("parameters.csi.storage.k8s.io/" + use + "-secret-name");
  }

  @ParameterizedTest
  @CsvSource({"adminID,adminKey", "adminKey,adminID"})
  void a_key_that_the_secret_lacks_is_named(String missing, String there) {
    assertThat(rendering.violations(GOOD.secret(Rendering.secret(there, "userID", "userKey"))))
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("secret storage/credentials"))
        .satisfies(v -> assertThat(v.message()).contains(missing));
  }

  @Test
  void a_mounter_that_there_is_not_is_refused_with_the_nearest() {
    assertThat(rendering.violations(GOOD.mounter("fused")))
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("parameters.mounter"))
        .satisfies(v -> assertThat(v.suggested()).hasValue("fuse"));
  }
}
