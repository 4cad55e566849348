package dev.mooring.testkit.fault.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Gate;
import dev.mooring.testkit.junit.Sentences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(Sentences.class)
class FaultProxyTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> effects = new CopyOnWriteArrayList<>();
  private final Semaphore nextLine = new Semaphore(0);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String token = exchange.getRequestHeaders().getFirst("Authorization");
          effects.add(exchange.getRequestMethod() + " " + body + " " + token);
          byte[] answer = "done".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("X-Server", "real");
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.createContext(
        "/watch",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.flush();
            for (int i = 1; i <= 2; i++) {
              nextLine.acquireUninterruptibly();
              out.write(("event " + i + "\n").getBytes(StandardCharsets.UTF_8));
              out.flush();
            }
          }
        });
    server.start();
    proxy = FaultProxy.to(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(proxy.address().resolve(target)).header("Authorization", "mine");
  }

  private HttpRequest change(String body) {
    return request("/things/1?a=b%20c").method("PATCH", BodyPublishers.ofString(body)).build();
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void aRequestAndItsAnswerPassWhole() throws Exception {
    HttpResponse<String> answer = send(change("x"));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("done");
    assertThat(answer.headers().firstValue("X-Server")).contains("real");
    assertThat(effects).containsExactly("PATCH x mine");
    HttpCall call = new HttpCall(1, "PATCH", "/things/1", "a=b%20c");
    assertThat(proxy.calls()).containsExactly(call);
    Eventually.holds("the outcome is recorded", () -> !proxy.outcomes().isEmpty());
    assertThat(proxy.outcomes()).containsExactly(new HttpOutcome(call, 201, ""));
  }

  @Test
  void aConnectionCutBeforeTheEffectLeavesNoEffect() throws Exception {
    FaultRule rule = proxy.nth(2, HttpCall::mutates, HttpFault.cutBefore());
    send(change("one"));
    assertThatThrownBy(() -> send(change("two"))).isInstanceOf(IOException.class);
    send(change("three"));

    assertThat(effects).containsExactly("PATCH one mine", "PATCH three mine");
    assertThat(rule.hits()).isEqualTo(1);
    assertThat(proxy.outcomes().get(1).status()).isZero();
    assertThat(proxy.outcomes().get(1).fault()).isEqualTo("cut before the effect");
  }

  @Test
  void aConnectionCutAfterTheEffectHidesTheAnswerOnly() {
    proxy.nth(1, HttpCall::mutates, HttpFault.cutAfter());

    assertThatThrownBy(() -> send(change("one"))).isInstanceOf(IOException.class);
    assertThat(effects).containsExactly("PATCH one mine");
  }

  @Test
  void aStatusCanComeBeforeOrAfterTheEffect() throws Exception {
    proxy.nth(1, call -> true, HttpFault.refuse(429).retryAfter(Duration.ofSeconds(7)));
    HttpResponse<String> refused = send(change("one"));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("7");
    assertThat(effects).isEmpty();

    proxy.reset();
    proxy.nth(1, call -> true, HttpFault.lie(500));
    assertThat(send(change("two")).statusCode()).isEqualTo(500);
    assertThat(effects).containsExactly("PATCH two mine");
  }

  @Test
  void aDelayedRequestIsWhole() throws Exception {
    FaultRule rule = proxy.each(call -> true, HttpFault.delay(Duration.ofMillis(1)));

    assertThat(send(change("one")).body()).isEqualTo("done");
    assertThat(rule.hits()).isEqualTo(1);
    proxy.remove(rule);
    assertThat(send(change("two")).body()).isEqualTo("done");
    assertThat(rule.hits()).isEqualTo(1);
  }

  @Test
  void aStreamPassesAsItComes() throws Exception {
    HttpRequest watch = request("/watch?a=b&watch=1").build();
    try (InputStream body = client.send(watch, BodyHandlers.ofInputStream()).body();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      nextLine.release();
      assertThat(lines.readLine()).isEqualTo("event 1");
      nextLine.release();
      assertThat(lines.readLine()).isEqualTo("event 2");
      assertThat(lines.readLine()).isNull();
    }
    assertThat(proxy.count(HttpCall::watches)).isEqualTo(1);
    assertThat(proxy.count(HttpCall::reads)).isZero();
  }

  @Test
  void aSilentWatchOpensWellAndEndsWithTheProxy() throws Exception {
    proxy.nth(1, HttpCall::watches, HttpFault.silence());
    HttpResponse<InputStream> response =
        client.send(request("/watch?watch=1").build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    threads.execute(
        () -> {
          try (InputStream body = response.body()) {
            end.complete(body.read() < 0);
          } catch (IOException e) {
            end.complete(true);
          }
        });
    nextLine.release(2);
    assertThat(end).isNotDone();
    proxy.close();
    assertThat(end.get()).isTrue();
  }

  @Test
  void aProxyThatIsDownRefusesConnectionsUntilItIsUpAgain() throws Exception {
    send(change("one"));
    proxy.down();
    proxy.down();
    assertThatThrownBy(() -> send(change("two"))).isInstanceOf(IOException.class);
    proxy.up();
    proxy.up();
    send(change("three"));

    assertThat(effects).containsExactly("PATCH one mine", "PATCH three mine");
  }

  @Test
  void aRequestWaitsAtAGateBeforeItsEffect() throws Exception {
    Gate gate = Gate.beforeEffect();
    proxy.nth(1, call -> true, HttpFault.pause(gate));
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(change("one"), BodyHandlers.ofString());
    gate.awaitHeld();
    assertThat(effects).isEmpty();
    gate.pass();
    assertThat(answer.get().body()).isEqualTo("done");

    Gate second = Gate.beforeEffect();
    proxy.nth(1, call -> true, HttpFault.pause(second));
    CompletableFuture<HttpResponse<String>> dropped =
        client.sendAsync(change("two"), BodyHandlers.ofString());
    second.awaitHeld();
    second.drop();
    assertThatThrownBy(dropped::get).hasCauseInstanceOf(IOException.class);
    assertThat(effects).containsExactly("PATCH one mine");
  }

  @Test
  void anAnswerWaitsAtAGateAfterItsEffect() throws Exception {
    Gate gate = Gate.afterEffect();
    proxy.nth(1, call -> true, HttpFault.pause(gate));
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(change("one"), BodyHandlers.ofString());
    gate.awaitHeld();
    assertThat(effects).containsExactly("PATCH one mine");
    assertThat(gate.held()).isTrue();
    gate.drop();
    assertThatThrownBy(answer::get).hasCauseInstanceOf(IOException.class);
  }
}
