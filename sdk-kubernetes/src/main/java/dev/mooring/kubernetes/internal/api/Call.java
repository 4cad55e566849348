package dev.mooring.kubernetes.internal.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API server, with the words that an error about it needs.
 *
 * @param method the HTTP method
 * @param path the path below the server's address, without a slash at its start
 * @param query the query's parameters
 * @param contentType the body's type, or null without a body
 * @param body the body, or null
 * @param verb what is tried, for messages
 * @param resource on what, for messages
 */
public record Call(
    String method,
    String path,
    Map<String, String> query,
    @Nullable String contentType,
    @Nullable String body,
    String verb,
    String resource) {
  private static final String JSON = "application/json";

  /** Copies. */
  public Call {
    query = Map.copyOf(query);
  }

  /** Reads. */
  public static Call get(String path) {
    return new Call("GET", path, Map.of(), null, null, "read", path);
  }

  /** Creates. */
  public static Call post(String path, String json) {
    return new Call("POST", path, Map.of(), JSON, json, "create", path);
  }

  /** Replaces. */
  public static Call put(String path, String json) {
    return new Call("PUT", path, Map.of(), JSON, json, "change", path);
  }

  /** Changes a part (RFC 7386). */
  public static Call mergePatch(String path, String json) {
    return new Call("PATCH", path, Map.of(), "application/merge-patch+json", json, "change", path);
  }

  /** Deletes. */
  public static Call delete(String path, String json) {
    return new Call("DELETE", path, Map.of(), JSON, json, "delete", path);
  }

  /** The same in the words of its caller. */
  public Call saying(String newVerb, String newResource) {
    return new Call(method, path, query, contentType, body, newVerb, newResource);
  }

  /** The same with a parameter; null leaves it out. */
  public Call with(String key, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new TreeMap<>(query);
    more.put(key, value);
    return new Call(method, path, more, contentType, body, verb, resource);
  }

  /**
   * Whether doing it twice does nothing more; a command in a pod, which is a POST of its own, may.
   */
  public boolean repeatable() {
    return !path.endsWith("/exec");
  }

  /** Whether it may change something. */
  public boolean mutates() {
    return !method.equals("GET");
  }

  /** Path and query as they are sent. */
  public String target() {
    if (query.isEmpty()) {
      return path;
    }
    return new TreeMap<>(query)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", path + "?", ""));
  }
}
