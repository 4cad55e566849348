package dev.mooring.kubernetes.internal.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.kubernetes.csi.CephRbdClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CephRbdRulesTest {
  private static final CephRbdClass GOOD =
      CephRbdClass.named("fast")
          .clusterId("ceph")
          .pool("nvme")
          .secret(Rendering.secret("userID", "userKey"));

  private final Rendering rendering = new Rendering();

  @Test
  void nothing_stands_against_a_whole_class_under_any_of_its_drivers_names() {
    assertThat(rendering.violations(GOOD)).isEmpty();
    assertThat(rendering.violations(GOOD.provisioner("rook-ceph.rbd.csi.ceph.com"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clusterID", "pool"})
  void a_parameter_that_is_missing_or_empty_is_named(String key) {
    assertThat(rendering.fields(GOOD.parameter(key, null))).containsExactly("parameters." + key);
    assertThat(rendering.fields(GOOD.parameter(key, ""))).containsExactly("parameters." + key);
  }

  @Test
  void pools_by_zone_stand_for_the_pool() {
    assertThat(
            rendering.violations(
                GOOD.parameter("pool", null).parameter("topologyConstrainedPools", "[]")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioner", "node-stage", "controller-expand"})
  void a_step_without_its_secret_is_named(String use) {
    assertThat(rendering.fields(Rendering.without(GOOD, use)))
        .containsExactly("parameters.csi.storage.k8s.io/" + use + "-secret-name");
  }

  @Test
  void without_growth_its_secret_is_not_needed() {
    assertThat(rendering.violations(Rendering.without(GOOD, "controller-expand").expands(false)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"userID,userKey", "userKey,userID"})
  void a_key_that_the_secret_lacks_is_named(String missing, String there) {
    assertThat(rendering.violations(GOOD.secret(Rendering.secret(there))))
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("secret storage/credentials"))
        .satisfies(v -> assertThat(v.message()).contains(missing).doesNotContain("MARKED"));
  }

  @ParameterizedTest
  @CsvSource({
    "imageFeatures,bogus,imageFeatures",
    "imageFeatures,fast-diff,imageFeatures",
    "stripeUnit,4096,stripeCount",
    "stripeCount,4,stripeUnit",
    "objectSize,5000,objectSize",
    "encryptionType,disk,encryptionType"
  })
  void what_the_driver_calls_contradictory_is_named(String key, String value, String field) {
    assertThat(rendering.fields(GOOD.parameter(key, value))).containsExactly("parameters." + field);
  }

  @Test
  void what_the_driver_takes_is_let_through() {
    assertThat(
            rendering.violations(
                GOOD.imageFeatures("layering", "exclusive-lock", "object-map", "fast-diff")
                    .dataPool("ec")
                    .fsType("xfs")
                    .parameter("stripeUnit", "4096")
                    .parameter("stripeCount", "4")
                    .parameter("objectSize", "4194304")
                    .parameter("mounter", "bogus")))
        .isEmpty();
  }

  @Test
  void encryption_needs_a_passphrase_or_somebody_who_keeps_the_keys() {
    CephRbdClass encrypted = GOOD.parameter("encrypted", "true");

    assertThat(rendering.fields(encrypted)).containsExactly("secret storage/credentials");
    assertThat(rendering.violations(encrypted.parameter("encryptionKMSID", "vault"))).isEmpty();
    assertThat(
            rendering.violations(
                encrypted.secret(Rendering.secret("userID", "userKey", "encryptionPassphrase"))))
        .isEmpty();
  }
}
