package dev.mooring.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rbd map --key MARKED failed",
        "key=MARKED, id=x",
        "adminKey: MARKED",
        "\"secret-key\":\"MARKED\"",
        "password='MARKED'",
        "https://host/b?X-Amz-Signature=MARKED&x=1",
        "redis://user:MARKED@host:6379/1",
        "Authorization: Bearer MARKEDMARKED",
        "passphrase = MARKED"
      })
  void secrets_go(String words) {
    assertThat(Scrub.of(words)).doesNotContain("MARKED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rpc error: code = InvalidArgument desc = missing key field 'userKey' in secrets",
        "error getting secret nosuch in namespace ns: secrets \"nosuch\" not found",
        "rados: ret=-13, Permission denied",
        "exceeded quota: q, requested: requests.storage=2Gi"
      })
  void other_words_stay(String words) {
    assertThat(Scrub.of(words)).isEqualTo(words);
  }

  @Test
  void the_name_of_a_secret_stays() {
    assertThat(Scrub.of("secret-key=x")).isEqualTo("secret-key=***");
  }
}
