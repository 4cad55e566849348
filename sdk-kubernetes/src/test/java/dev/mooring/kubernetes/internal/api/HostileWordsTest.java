package dev.mooring.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.kubernetes.internal.reason.LastReason;
import dev.mooring.kubernetes.internal.reason.PendingReasons;
import dev.mooring.kubernetes.internal.reason.Seen;
import dev.mooring.kubernetes.internal.record.LabelValue;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.kubernetes.internal.record.Version;
import dev.mooring.testkit.hostile.HostileInput;
import dev.mooring.testkit.hostile.HostileText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Example;
import net.jqwik.api.Label;

@Label("Hostile words of a cluster for the reader of")
class HostileWordsTest {
  private static final List<String> WORDS =
      List.of(
          "exceeded quota: q, requested: requests.storage=2Gi, used: requests.storage=9Gi, limited:"
              + " requests.storage=10Gi",
          "failed to provision volume with StorageClass \"x\": rpc error: code = InvalidArgument"
              + " desc = missing key",
          "rpc error: code = ResourceExhausted desc = no space left",
          "password=\"a b\" --key AQBx== Authorization: Bearer abcdefghijkl");

  private static final List<String> ANSWERS =
      List.of(
          "{\"kind\":\"Status\",\"message\":\"exceeded quota: q, requested: pods=1, used: pods=1,"
              + " limited: pods=1\",\"reason\":\"Forbidden\",\"details\":{\"causes\":[{\"field\":"
              + "\"a\",\"reason\":\"b\",\"message\":\"c\"}],\"retryAfterSeconds\":1}}",
          "<html>502</html>");

  @Example
  void quotas() {
    HostileInput.each(
        "QuotaText.parse",
        HostileText.documents(WORDS),
        words -> QuotaText.parse(words).ifPresent(text -> assertThat(text.words()).isNotEmpty()),
        List.of());
  }

  @Example
  void secrets() {
    HostileInput.each("Scrub.of", HostileText.documents(WORDS), Scrub::of, List.of());
  }

  @Example
  void reasons() {
    HostileInput.each(
        "PendingReasons.of",
        HostileText.documents(WORDS),
        words ->
            PendingReasons.of(
                List.of(
                    new Seen("u", "ProvisioningFailed", words, 3, Instant.EPOCH, Instant.EPOCH),
                    new Seen("u", words, words, 1, Instant.MAX, Instant.MIN))),
        List.of());
    HostileInput.each(
        "LastReason.read",
        HostileText.documents(
            List.of("{\"reason\":\"QUOTA\",\"raw\":\"x\",\"since\":\"2026-11-01T12:00:00Z\"}")),
        words -> LastReason.read(new Json(), words),
        List.of());
  }

  @Example
  void answers() {
    KubernetesErrors errors = new KubernetesErrors("here");
    HostileInput.each(
        "answer of an API server",
        HostileText.documents(ANSWERS),
        body -> {
          for (int code : new int[] {200, 400, 401, 403, 404, 409, 410, 429, 500, 503, 599}) {
            assertThat(errors.of(Call.post("a", "{}"), new Answer(code, Map.of(), body)))
                .isNotNull();
          }
        },
        List.of());
  }

  @Example
  void versions_times_and_labels() {
    HostileInput.each(
        "Version.parse, Times.of, LabelValue.of",
        Arbitraries.oneOf(
            HostileText.documents(List.of("uid:17:a,b", "2026-11-01T12:00:00Z")),
            HostileText.any()),
        text -> {
          Version.parse(text);
          Times.of(text);
          assertThat(LabelValue.of(text))
              .matches("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
        },
        List.of());
  }
}
