package dev.mooring.kubernetes.internal.api;

import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The API server, one request at a time. Repeats nothing, for that is core's, but a refusal that
 * came too early. Thread-safe.
 *
 * <p>Fabric8's HTTP client carries the requests, for it knows kubeconfig's ways to authenticate;
 * its typed calls are not used, because they keep neither headers nor the cause apart that tells a
 * request that was never sent from an answer that was lost.
 */
public final class Api implements AutoCloseable {
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final Call READY =
      Call.get("readyz").saying("ask whether it is ready", "the API server");

  private final HttpClient http;
  private final String server;
  private final Duration timeout;
  private final ServerClock clock;
  private final KubernetesErrors errors;
  private final Json json;
  private final Turns turns;
  private final ReadAhead ahead = new ReadAhead(this);
  private final AtomicLong requests = new AtomicLong();

  /** Talks to a server. */
  public Api(
      HttpClient http,
      String server,
      Duration timeout,
      ServerClock clock,
      KubernetesErrors errors,
      Json json) {
    this.http = http;
    this.server = server.endsWith("/") ? server : server + "/";
    this.timeout = timeout;
    this.clock = clock;
    this.errors = errors;
    this.json = json;
    this.turns = new Turns(timeout);
  }

  /** Sends a request and returns the answer, whatever its code; waits for its turn before. */
  public Answer send(Call call) {
    turns.take(call, errors);
    try {
      return sendNow(call);
    } finally {
      turns.end();
    }
  }

  /** Sends a request whose answer is wanted later; empty when no turn is free or it cannot be. */
  Optional<CompletableFuture<Answer>> sendAhead(Call call) {
    if (!turns.takeFree()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          begin(call, timed(call), byte[].class)
              .thenApply(got -> new Answer(got.code(), got.headers(), text(got.body())))
              .whenComplete((answer, failure) -> turns.end()));
    } catch (StorageException e) {
      turns.end();
      return Optional.empty();
    }
  }

  private HttpRequest.Builder timed(Call call) {
    return request(call).timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Answer sendNow(Call call) {
    Answer answer = sendOnce(call);
    if (!errors.doubts(answer)) {
      return answer;
    }
    if (ready()) {
      return sendOnce(call);
    }
    if (errors.early(call, answer) instanceof UnavailableException early) {
      throw early; // what may not be read is told in many places, and no error there
    }
    return answer;
  }

  /**
   * Whether the server says that it is ready: then it has read its roles, and what it refuses from
   * now on is refused. Everybody may ask for it by default.
   */
  private boolean ready() {
    try {
      return sendOnce(READY).ok();
    } catch (UnavailableException e) {
      return false;
    }
  }

  private Answer sendOnce(Call call) {
    Instant sentAt = clock.machineNow();
    HttpResponse<byte[]> response = await(call, timed(call), byte[].class);
    Answer answer = new Answer(response.code(), response.headers(), text(response.body()));
    answer.header("Date").ifPresent(date -> clock.heard(sentAt, date));
    return answer;
  }

  /** Sends a request whose answer must be good. */
  public <T> T send(Call call, Class<T> type) {
    Answer answer = send(call);
    if (!answer.ok()) {
      throw error(call, answer);
    }
    return json.read(answer.body(), type);
  }

  /** Opens an answer that comes bit by bit, and has no end in time. */
  public InputStream stream(Call call) {
    HttpResponse<InputStream> response = open(call);
    if (response.code() == 200) {
      return response.body();
    }
    Answer refusal = refusal(response);
    if (!errors.doubts(refusal)) {
      throw error(call, refusal);
    }
    if (!ready()) {
      throw errors.early(call, refusal);
    }
    HttpResponse<InputStream> again = open(call);
    if (again.code() == 200) {
      return again.body();
    }
    throw error(call, refusal(again));
  }

  private HttpResponse<InputStream> open(Call call) {
    return await(call, request(call).forStreaming(), InputStream.class);
  }

  private static Answer refusal(HttpResponse<InputStream> response) {
    return new Answer(response.code(), response.headers(), Streams.text(response));
  }

  /** What a bad answer means. */
  public StorageException error(Call call, Answer answer) {
    return errors.of(call, answer);
  }

  /** Pages of lists, asked for ahead. */
  public ReadAhead ahead() {
    return ahead;
  }

  /** The translator of errors. */
  public KubernetesErrors errors() {
    return errors;
  }

  /** The JSON of objects. */
  public Json json() {
    return json;
  }

  /** The server's clock. */
  public ServerClock clock() {
    return clock;
  }

  /** How long a request may take. */
  public Duration timeout() {
    return timeout;
  }

  /** How many requests were sent. */
  public long requests() {
    return requests.get();
  }

  private HttpRequest.Builder request(Call call) {
    HttpRequest.Builder builder = http.newHttpRequestBuilder().uri(server + call.target());
    if (call.body() != null && call.contentType() != null) {
      builder.method(call.method(), call.contentType(), call.body());
    }
    return builder.header("Accept", "application/json");
  }

  private <T> HttpResponse<T> await(Call call, HttpRequest.Builder request, Class<T> type) {
    CompletableFuture<HttpResponse<T>> future = begin(call, request, type);
    try {
      return future.get(timeout.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw errors.of(call, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      future.cancel(true);
      throw errors.of(call, e);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw errors.interrupted(call, e);
    }
  }

  private <T> CompletableFuture<HttpResponse<T>> begin(
      Call call, HttpRequest.Builder request, Class<T> type) {
    requests.incrementAndGet();
    try {
      return http.sendAsync(request.build(), type);
    } catch (IllegalStateException e) { // the client is closed
      throw errors.of(call, e);
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
