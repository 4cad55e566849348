package dev.mooring.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuotaTextTest {
  @Test
  void reads_the_storage_of_a_namespace() {
    assertThat(
            QuotaText.parse(
                "persistentvolumeclaims \"a\" is forbidden: exceeded quota: q, requested:"
                    + " requests.storage=2Gi, used: requests.storage=9G, limited:"
                    + " requests.storage=10G"))
        .contains(
            new QuotaText("q", "requests.storage", 9_000_000_000L, 10_000_000_000L, 2L << 30));
  }

  @Test
  void reads_the_storage_of_one_class() {
    QuotaText text =
        QuotaText.parse(
                "exceeded quota: classes, requested:"
                    + " ceph-rbd.storageclass.storage.k8s.io/requests.storage=1Gi, used:"
                    + " ceph-rbd.storageclass.storage.k8s.io/requests.storage=0, limited:"
                    + " ceph-rbd.storageclass.storage.k8s.io/requests.storage=500Mi")
            .orElseThrow();

    assertThat(text.inBytes()).isTrue();
    assertThat(text.limit()).isEqualTo(500L << 20);
    assertThat(text.used()).isZero();
  }

  @Test
  void of_several_resources_names_the_one_that_is_used_up() {
    QuotaText text =
        QuotaText.parse(
                "exceeded quota: q, requested: persistentvolumeclaims=1,requests.storage=1Gi, used:"
                    + " persistentvolumeclaims=3,requests.storage=3Gi, limited:"
                    + " persistentvolumeclaims=3,requests.storage=100Gi")
            .orElseThrow();

    assertThat(text).isEqualTo(new QuotaText("q", "persistentvolumeclaims", 3, 3, 1));
    assertThat(text.inBytes()).isFalse();
    assertThat(text.words()).contains("persistentvolumeclaims 3 used of 3, 1 asked");
  }

  @Test
  void prefers_bytes_to_numbers_when_both_are_used_up() {
    assertThat(
            QuotaText.parse(
                    "exceeded quota: q, requested: persistentvolumeclaims=1,requests.storage=1Gi,"
                        + " used: persistentvolumeclaims=3,requests.storage=3Gi, limited:"
                        + " persistentvolumeclaims=3,requests.storage=3Gi")
                .orElseThrow()
                .resource())
        .isEqualTo("requests.storage");
  }

  @Property
  void reads_any_bytes_exactly(
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 4) long asked,
      @ForAll @LongRange(max = Long.MAX_VALUE / 4) long limit) {
    String text =
        "exceeded quota: q, requested: requests.storage=%d, used: requests.storage=%d, limited: requests.storage=%d"
            .formatted(asked, limit, limit);

    assertThat(QuotaText.parse(text))
        .contains(new QuotaText("q", "requests.storage", limit, limit, asked));
  }

  @Test
  void leaves_other_words_alone() {
    assertThat(QuotaText.parse("persistentvolumeclaims is forbidden: User \"x\" cannot create"))
        .isEmpty();
    assertThat(QuotaText.notCountedYet("status unknown for quota: q, resources: requests.storage"))
        .isTrue();
  }
}
