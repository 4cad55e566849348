package dev.mooring.kubernetes.internal.api;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.CancelledException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InternalException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.error.Violation;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The one translator: what the API server or the network said becomes an error of the SDK. Decides
 * by two questions: did it happen, and may it be repeated?
 */
public final class KubernetesErrors {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final String region;
  private final Outage outage;

  /** A translator for a region. */
  public KubernetesErrors(String region) {
    this(region, System::nanoTime);
  }

  KubernetesErrors(String region, LongSupplier nanos) {
    this.region = region;
    this.outage = new Outage(nanos);
  }

  /** What a problem of this region begins with. */
  public Problem problem(String verb, String resource) {
    return Problem.tried(verb).on(resource).in(region);
  }

  /** What a bad answer means. */
  public StorageException of(Call call, Answer answer) {
    ServerStatus status = ServerStatus.of(answer);
    String words = Scrub.of(status.message());
    Problem problem =
        problem(call.verb(), call.resource())
            .because(words)
            .requestId(answer.header("Audit-Id").orElse(null));
    Duration after = status.retryAfter(answer).orElse(null);
    return switch (answer.code()) {
      case 400, 405, 406, 413, 415, 422 -> invalid(problem, status);
      case 401 ->
          new AccessDeniedException(
              problem
                  .because("the API server does not accept the credentials: " + words)
                  .hint("renew the token or certificate of the kubeconfig"));
      case 403 -> forbidden(problem, status, words, after);
      case 404 -> new NotFoundException(problem.hint("check that it was not deleted meanwhile"));
      case 409 ->
          new ConflictException(problem.hint("somebody else changes the same: repeat the call"));
      case 410 ->
          new ConflictException(problem.hint("what was read is outdated: begin to read anew"));
      case 429 ->
          new UnavailableException(
              problem
                  .because("the API server limits its clients: " + words)
                  .hint("repeat it later"),
              after);
      case 503 -> absent(call, problem, status, words, after);
      default ->
          answer.code() >= 500
              ? broken(call, problem.because(answered(answer, words)), words, after)
              : new InternalException(
                  problem.because("unexpected status " + answer.code() + ": " + words));
    };
  }

  private static String answered(Answer answer, String words) {
    return "the API server failed with status " + answer.code() + ": " + words;
  }

  /**
   * The API server says so before it does anything; but a load balancer also when it lost the
   * server's answer.
   */
  private StorageException absent(
      Call call, Problem problem, ServerStatus status, String words, @Nullable Duration after) {
    outage.seen();
    Problem told =
        problem
            .because("the API server is not there for this: " + words)
            .hint("look whether it is up, and repeat the call");
    return status.own() ? new UnavailableException(told, after) : broken(call, told, words, after);
  }

  /** What it means that no answer came. */
  public StorageException of(Call call, Throwable cause) {
    Problem problem = problem(call.verb(), call.resource()).cause(cause);
    if (cause instanceof IllegalStateException) {
      return new CancelledException(problem.because("the client is closed"));
    }
    if (neverSent(cause)) {
      outage.seen();
      return new UnavailableException(
          problem
              .because("the API server cannot be reached: " + words(cause))
              .hint("check the server of the kubeconfig, and that it is up"));
    }
    if (!call.mutates()) {
      return new UnavailableException(
          problem
              .because("the API server did not answer: " + words(cause))
              .hint("look whether it is up, and repeat the call"));
    }
    return new OutcomeUnknownException(
        problem.because("the API server's answer was lost: " + words(cause)).hint(unknown(call)));
  }

  /** What to do when nobody knows whether it happened. */
  private static String unknown(Call call) {
    return call.repeatable()
        ? "repeat the call: it does nothing twice"
        : "it may have run: look at what it did before you run it again";
  }

  /** What it means that the caller's thread was interrupted. */
  public StorageException interrupted(Call call, InterruptedException cause) {
    Problem problem =
        problem(call.verb(), call.resource()).because("the thread was interrupted").cause(cause);
    return call.mutates()
        ? new OutcomeUnknownException(problem.hint(unknown(call)))
        : new CancelledException(problem.hint("nothing was changed"));
  }

  private static InvalidRequestException invalid(Problem problem, ServerStatus status) {
    List<Violation> violations =
        status.causes().stream()
            .map(
                c ->
                    Violation.of(
                        c.field().isEmpty() ? "request" : c.field(), Scrub.of(c.message())))
            .toList();
    return violations.isEmpty()
        ? InvalidRequestException.of(problem, "request", problem.reason())
        : new InvalidRequestException(problem, violations);
  }

  private StorageException forbidden(
      Problem problem, ServerStatus status, String words, @Nullable Duration after) {
    var quota = QuotaText.parse(status.message());
    if (quota.isPresent()) {
      QuotaText text = quota.get();
      boolean bytes = text.inBytes();
      return new QuotaExceededException(
          problem.because(text.words()).hint("delete something, or ask for a higher quota"),
          bytes ? text.used() : -1,
          bytes ? text.limit() : -1,
          bytes ? text.asked() : -1);
    }
    if (QuotaText.notCountedYet(words)) {
      return new UnavailableException(
          problem.because("the namespace's quota was not counted yet: " + words), SOON);
    }
    if (words.contains("must support resize")) {
      return new UnsupportedException(
          problem
              .because("the storage class does not let volumes grow: " + words)
              .hint("ask the administrator for allowVolumeExpansion, or choose another profile"),
          "RESIZING");
    }
    if (status.causedBy("NamespaceTerminating")) {
      return new UnavailableException(
          problem.because("the namespace is being deleted").hint("wait until it is gone"), after);
    }
    if (words.contains("serviceaccount") && words.contains("not found")) {
      return new UnavailableException(
          problem.because("the namespace is so new that it is not ready: " + words), SOON);
    }
    return new AccessDeniedException(
        problem.hint("bind the roles of docs/kubernetes.md, and check that the namespace exists"));
  }

  /** Whether this is a refusal that may only come too early. */
  boolean doubts(Answer answer) {
    return (answer.code() == 403 || answer.code() == 401) && outage.recent();
  }

  /**
   * What an answer means that is not asked for again: a refusal that may only come too early is not
   * the last word. Nothing was done, so a server that has just started may be asked once more.
   */
  public StorageException doubted(Call call, Answer answer) {
    return doubts(answer) ? early(call, answer) : of(call, answer);
  }

  /** What a refusal means that came too early. */
  StorageException early(Call call, Answer answer) {
    StorageException told = of(call, answer);
    if (!(told instanceof AccessDeniedException denied)) {
      return told;
    }
    String words = Scrub.of(ServerStatus.of(answer).message());
    return new UnavailableException(
        problem(call.verb(), call.resource())
            .because("the API server was away, and refuses: " + words)
            .requestId(answer.header("Audit-Id").orElse(null))
            .hint("repeat the call; if it stays, " + denied.hint().orElse("ask for the right")),
        SOON);
  }

  /** A server's failure may come after the deed, unless it says where it stopped. */
  private static StorageException broken(
      Call call, Problem problem, String words, @Nullable Duration after) {
    boolean before =
        words.contains("failed calling webhook") || words.contains("apiserver not ready");
    return call.mutates() && !before
        ? new OutcomeUnknownException(problem.hint(unknown(call)))
        : new UnavailableException(
            problem.hint("repeat the call; if it stays, look into the API server's log"), after);
  }

  private static boolean neverSent(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException
        || cause instanceof UnresolvedAddressException
        || cause instanceof SSLHandshakeException
        || (cause.getCause() != null && cause.getCause() != cause && neverSent(cause.getCause()));
  }

  private static String words(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : Scrub.of(message);
  }
}
