package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mooring.StorageClient;
import dev.mooring.config.Configuration;
import dev.mooring.error.StorageException;
import dev.mooring.testkit.secret.MarkedSecrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that answers with what it was told in secret: the worst that one can do. */
@DisplayName("A secret of a kubeconfig is told to nobody but the server:")
class KubeconfigSecretsTest {
  private static final Map<String, String> USERS =
      Map.of(
          "a token", "token: " + MarkedSecrets.named("Token"),
          "a password", "{username: ana, password: " + MarkedSecrets.named("Password") + "}",
          "a client key",
              "{client-certificate-data: "
                  + base64(MarkedSecrets.named("Certificate"))
                  + ", client-key-data: "
                  + base64(MarkedSecrets.named("Key"))
                  + "}",
          "a token in a broken file", "{token: " + MarkedSecrets.named("Broken") + ", [",
          "a token of a plugin that is missing",
              "{exec: {apiVersion: client.authentication.k8s.io/v1, command: /no/such, args: [--token,"
                  + " "
                  + MarkedSecrets.named("Plugin")
                  + "], env: [{name: T, value: "
                  + MarkedSecrets.named("Variable")
                  + "}]}}");

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Told told = new Told();
  @TempDir Path folder;
  private HttpServer server;

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    told.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String secret = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    heard.add(secret);
    int[] codes = {401, 403, 400, 500, 404, 409, 429, 503};
    String body =
        "{\"kind\":\"Status\",\"message\":\"refused Authorization: "
            + secret
            + " password=\\\""
            + secret
            + "\\\" {\\\"token\\\":\\\""
            + secret.replace("Bearer ", "")
            + "\\\"}\",\"reason\":\"Forbidden\",\"details\":{\"causes\":[{\"field\":\"spec\","
            + "\"message\":\"token="
            + secret.replace("Bearer ", "")
            + "\"}]}}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(codes[heard.size() % codes.length], bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a token",
        "a password",
        "a client key",
        "a token in a broken file",
        "a token of a plugin that is missing"
      })
  void kept(String which) throws IOException {
    Path kubeconfig = kubeconfig(String.valueOf(USERS.get(which)));
    String text =
        "regions: {us-central: {kubernetes: {kubeconfig: " + kubeconfig + ", namespace: ns}}}";
    attempt(() -> told.text(Configuration.parse(text).toString()));
    Kubernetes backend = Kubernetes.fromKubeconfig(kubeconfig).namespace("ns");
    told.text(backend + " " + backend.describe());
    attempt(
        () -> {
          try (StorageClient storage = StorageClient.builder().region("r", backend).build()) {
            told.text(storage + " " + storage.configuration());
            for (int i = 0; i < 8; i++) {
              attempt(() -> told.text(storage.cloudDrives().list().toList().toString()));
              attempt(() -> told.text(storage.instances().list().toList().toString()));
              attempt(() -> told.text(storage.regions().check().toString()));
            }
          }
        });
    if (which.equals("a token")) {
      assertThat(heard).as("what the server was told").anyMatch(MarkedSecrets::in);
    }
    told.assertNoSecret();
    System.out.println("secrets: none in " + told.size() + " texts and log lines with " + which);
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (StorageException e) {
      told.error(e);
    }
  }

  private Path kubeconfig(String user) throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        String.join(
            "\n",
            "apiVersion: v1",
            "kind: Config",
            "current-context: test",
            "contexts: [{name: test, context: {cluster: test, user: test}}]",
            "clusters: [{name: test, cluster: {server: \"http://127.0.0.1:"
                + server.getAddress().getPort()
                + "\"}}]",
            "users:",
            "- name: test",
            "  user: " + (user.startsWith("{") ? user : "{" + user + "}"),
            ""));
  }
}
