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
        "passphrase = MARKED",
        "password=\"two MARKED words\" failed",
        "{\\\"password\\\":\\\"MARKED\\\"}",
        "password%3DMARKED",
        "Authorization: Basic dXNlcjpNARKED",
        "credentials: MARKED"
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

  /** A cost that grew with the square of the length would take minutes here. */
  @Test
  void long_words_cost_no_more_than_they_are_long() {
    for (String part : new String[] {"a", "key", "key ", "://", "--key ", "password=\\", "\"'"}) {
      String words = part.repeat(300_000);
      assertThat(Scrub.of(words)).isNotEmpty();
    }
  }

  @Test
  void what_follows_a_secret_stays() {
    assertThat(Scrub.of("password=\"a b\" for pool x")).isEqualTo("password=\"***\" for pool x");
  }

  @Test
  void the_name_of_a_secret_stays() {
    assertThat(Scrub.of("secret-key=x")).isEqualTo("secret-key=***");
  }
}
