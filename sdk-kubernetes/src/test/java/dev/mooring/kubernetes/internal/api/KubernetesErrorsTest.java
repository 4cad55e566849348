package dev.mooring.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.CancelledException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InternalException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesErrorsTest {
  private static final Call POST =
      Call.post("api/v1/namespaces/n/persistentvolumeclaims", "{}").saying("create", "drive/a");
  private static final Call GET =
      Call.get("api/v1/namespaces/n/persistentvolumeclaims/a").saying("read", "drive/a");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final KubernetesErrors errors = new KubernetesErrors("us-central", nanos::get);

  private StorageException of(Call call, int code, String message) {
    return of(call, code, message, "{}");
  }

  private StorageException of(Call call, int code, String message, String details) {
    String body =
        "{\"kind\":\"Status\",\"message\":\"%s\",\"reason\":\"R\",\"details\":%s}"
            .formatted(message, details);
    return errors.of(call, new Answer(code, Map.of("audit-id", List.of("r-1")), body));
  }

  @Test
  void a_refusal_names_what_was_refused_and_the_request() {
    StorageException error =
        of(POST, 403, "persistentvolumeclaims is forbidden: User x cannot create resource");

    assertThat(error).isInstanceOf(AccessDeniedException.class);
    assertThat(error.getMessage())
        .contains("create drive/a in us-central", "User x cannot create", "[request r-1]");
    assertThat(error.hint()).isPresent();
    assertThat(error.retryable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"401", "403"})
  void a_server_that_was_away_may_refuse_before_it_knows_its_roles(int code) {
    Answer refusal = new Answer(code, Map.of(), "{\"message\":\"is forbidden\"}");
    of(POST, 500, "it failed");
    errors.of(GET, new IOException("closed"));
    assertThat(errors.doubted(GET, refusal)).isInstanceOf(AccessDeniedException.class);

    errors.of(GET, new ConnectException("refused"));
    nanos.addAndGet(Outage.SOON_AFTER.toNanos() - 1);
    assertThat(errors.of(GET, refusal)).isInstanceOf(AccessDeniedException.class);
    assertThat(errors.doubted(GET, refusal))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("was away, and refuses")
        .hasMessageContaining("is forbidden");

    nanos.incrementAndGet();
    assertThat(errors.doubted(GET, refusal)).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void a_used_up_quota_tells_its_figures() {
    StorageException error =
        of(
            POST,
            403,
            "exceeded quota: q, requested: requests.storage=2G, used: requests.storage=9G, limited: requests.storage=10G");

    assertThat(error)
        .isInstanceOfSatisfying(
            QuotaExceededException.class,
            quota -> {
              assertThat(quota.asked()).hasValue(2_000_000_000L);
              assertThat(quota.used()).hasValue(9_000_000_000L);
              assertThat(quota.limit()).hasValue(10_000_000_000L);
            });
  }

  @Test
  void a_quota_that_was_not_counted_yet_is_a_matter_of_waiting() {
    assertThat(of(POST, 403, "status unknown for quota: q, resources: requests.storage"))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_namespace_that_ends_or_begins_is_a_matter_of_waiting() {
    assertThat(of(POST, 403, "forbidden", "{\"causes\":[{\"reason\":\"NamespaceTerminating\"}]}"))
        .isInstanceOf(UnavailableException.class);
    assertThat(
            of(POST, 403, "error looking up service account n/default: serviceaccount not found"))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_rejected_object_lists_every_field() {
    StorageException error =
        of(
            POST,
            422,
            "invalid",
            "{\"causes\":[{\"field\":\"spec.a\",\"message\":\"bad\"},{\"field\":\"spec.b\",\"message\":\"worse\"}]}");

    assertThat(error)
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(v -> v.field())
                    .containsExactly("spec.a", "spec.b"));
  }

  @Test
  void an_overload_says_when_to_come_again() {
    StorageException error =
        errors.of(GET, new Answer(429, Map.of("Retry-After", List.of("7")), "too many"));

    assertThat(error)
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "504"})
  void a_servers_failure_leaves_open_whether_a_change_happened(int code) {
    assertThat(of(POST, code, "etcdserver: request timed out"))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(of(GET, code, "etcdserver: request timed out"))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_failure_before_the_change_changed_nothing() {
    assertThat(of(POST, 500, "failed calling webhook: x")).isInstanceOf(UnavailableException.class);
    assertThat(of(POST, 503, "overloaded")).isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_load_balancers_503_leaves_open_whether_a_change_happened() {
    Answer balancer = new Answer(503, Map.of(), "upstream connect error or disconnect");

    assertThat(errors.of(POST, balancer)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(errors.of(GET, balancer)).isInstanceOf(UnavailableException.class);
  }

  @ParameterizedTest
  @CsvSource({"409", "410", "429", "500", "502", "503", "504"})
  void what_may_be_repeated_says_so(int code) {
    assertThat(of(GET, code, "words").hint()).isPresent();
    assertThat(of(POST, code, "words").hint()).isPresent();
    assertThat(errors.of(GET, new IOException("reset")).hint()).isPresent();
    assertThat(errors.of(POST, new IOException("reset")).hint()).isPresent();
  }

  @Test
  void only_what_does_nothing_twice_is_to_be_repeated() {
    Call exec = Call.post("api/v1/namespaces/a/pods/b/exec", "");

    assertThat(errors.of(POST, new IOException("reset"))).hasMessageContaining("Repeat the call");
    assertThat(errors.of(exec, new IOException("reset")))
        .hasMessageContaining("look at what it did")
        .message()
        .doesNotContain("Repeat");
  }

  @Test
  void the_rest_has_its_own_types() {
    assertThat(of(GET, 401, "Unauthorized")).isInstanceOf(AccessDeniedException.class);
    assertThat(of(GET, 404, "no")).isInstanceOf(NotFoundException.class);
    assertThat(of(POST, 409, "no")).isInstanceOf(ConflictException.class);
    assertThat(of(GET, 410, "too old resource version")).isInstanceOf(ConflictException.class);
    assertThat(of(GET, 418, "teapot")).isInstanceOf(InternalException.class);
  }

  @Test
  void what_was_never_sent_changed_nothing() {
    assertThat(errors.of(POST, new ConnectException("refused")))
        .isInstanceOf(UnavailableException.class);
    assertThat(errors.of(POST, new IOException("x", new ConnectException("refused"))))
        .isInstanceOf(UnavailableException.class);
    assertThat(errors.of(POST, new HttpConnectTimeoutException("slow")))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_lost_answer_leaves_open_whether_a_change_happened() {
    assertThat(errors.of(POST, new HttpTimeoutException("slow")))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(errors.of(POST, new IOException("header parser received no bytes")))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(errors.of(GET, new IOException("reset"))).isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_closed_client_and_an_interrupted_thread_are_told_apart_from_failures() {
    assertThat(errors.of(POST, new IllegalStateException("Client already closed")))
        .isInstanceOf(CancelledException.class);
    assertThat(errors.interrupted(GET, new InterruptedException()))
        .isInstanceOf(CancelledException.class);
    assertThat(errors.interrupted(POST, new InterruptedException()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void words_of_others_lose_their_secrets() {
    StorageException error = of(POST, 400, "secret-key=hunter2 and token: abc123");

    assertThat(error.getMessage()).doesNotContain("hunter2").doesNotContain("abc123");
  }
}
