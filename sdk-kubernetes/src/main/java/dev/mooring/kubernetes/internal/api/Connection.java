package dev.mooring.kubernetes.internal.api;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.spi.Nearest;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A connection to one API server. HTTP/1.1, because a long watch and a burst of requests must not
 * share one connection's window and stream limit.
 */
public final class Connection implements AutoCloseable {
  private final Config config;
  private final HttpClient http;
  private final Api api;
  private @Nullable KubernetesClient client;
  private boolean closed;

  private Connection(Config config, String region, Clock clock, Duration timeout) {
    this.config = config;
    this.http = read(() -> http(config), "its certificates or keys cannot be used");
    this.api =
        new Api(
            http,
            config.getMasterUrl(),
            timeout,
            new ServerClock(clock),
            new KubernetesErrors(region),
            new Json());
  }

  private static HttpClient http(Config config) {
    HttpClient.Builder builder = HttpClientUtils.getHttpClientFactory().newBuilder(config);
    withoutHeadersInLogs(builder);
    return builder.build();
  }

  /** At TRACE fabric8 logs each request with its Authorization header: the token itself. */
  private static void withoutHeadersInLogs(HttpClient.Builder builder) {
    builder.addOrReplaceInterceptor("HttpLogging", null);
  }

  /**
   * Connects as kubectl does; sends nothing yet.
   *
   * @param kubeconfig the file, or null for {@code $KUBECONFIG}, {@code ~/.kube/config} or the
   *     pod's service account
   * @param context the context, or null for the current one
   */
  public static Connection open(
      @Nullable Path kubeconfig,
      @Nullable String context,
      String region,
      Clock clock,
      Duration timeout) {
    Config found = kubeconfig == null ? standard(context) : file(kubeconfig, context);
    if (context != null) {
      requireContext(found, context);
    }
    // Set in place: a rebuilt Config would look for its cluster and its tokens once more.
    found.setRequestRetryBackoffLimit(0);
    found.setHttp2Disable(true);
    found.setRequestTimeout(Math.toIntExact(timeout.toMillis()));
    found.setConnectionTimeout(Math.toIntExact(Math.min(10_000, timeout.toMillis())));
    found.setUserAgent("mooring");
    return new Connection(found, region, clock, timeout);
  }

  private static Config file(Path kubeconfig, @Nullable String context) {
    if (!Files.isReadable(kubeconfig)) {
      throw wrong("kubeconfig", "there is no readable file " + kubeconfig);
    }
    return read(
        () -> Config.fromKubeconfig(context, kubeconfig.toFile()),
        kubeconfig + " is no kubeconfig");
  }

  /** What the parsers say quotes the file, and so its secrets: it is not told. */
  private static <T> T read(Supplier<T> reader, String otherwise) {
    try {
      return reader.get();
    } catch (KubernetesClientException | YamlEngineException | IllegalArgumentException e) {
      throw wrong("kubeconfig", otherwise);
    }
  }

  private static Config standard(@Nullable String context) {
    Config config =
        read(() -> Config.autoConfigure(context), "the one that is found is no kubeconfig");
    boolean serviceAccount = config.getAutoOAuthToken() != null;
    if (config.getCurrentContext() == null && context == null && !serviceAccount) {
      throw wrong(
          "kubeconfig",
          "there is neither a file in $KUBECONFIG, nor ~/.kube/config, nor a service account");
    }
    return config;
  }

  private static void requireContext(Config config, String context) {
    List<String> names = config.getContexts().stream().map(NamedContext::getName).toList();
    if (!names.contains(context)) {
      throw new InvalidRequestException(
          Problem.tried("connect to Kubernetes"),
          List.of(
              Violation.of(
                  "context",
                  "there is no context " + context + " in the kubeconfig",
                  Nearest.of(context, names).orElse(null))));
    }
  }

  private static InvalidRequestException wrong(String field, String message) {
    return InvalidRequestException.of(Problem.tried("connect to Kubernetes"), field, message);
  }

  /** The API server. */
  public Api api() {
    return api;
  }

  /** Where the API server is. */
  public String server() {
    return config.getMasterUrl();
  }

  /** Fabric8's whole client, for exec; made when first used, for it takes a while. */
  public synchronized KubernetesClient client() {
    if (closed) {
      throw new IllegalStateException("the connection is closed");
    }
    if (client == null) {
      client =
          new KubernetesClientBuilder()
              .withConfig(config)
              .withHttpClientBuilderConsumer(Connection::withoutHeadersInLogs)
              .build();
    }
    return client;
  }

  @Override
  public synchronized void close() {
    closed = true;
    api.close();
    if (client != null) {
      client.close();
    }
  }
}
