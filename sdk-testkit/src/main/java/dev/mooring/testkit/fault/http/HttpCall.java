package dev.mooring.testkit.fault.http;

import java.util.Objects;

/**
 * A request as the proxy sees it.
 *
 * @param number the how many-eth since the proxy began or was {@linkplain FaultProxy#reset reset},
 *     from 1
 * @param method its method, for example {@code PATCH}
 * @param path its path as it was sent, beginning with a slash
 * @param query its query as it was sent, or the empty string
 */
public record HttpCall(int number, String method, String path, String query) {
  /** Checks that nothing is missing. */
  public HttpCall {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(query, "query");
  }

  /** Whether it may change something: whether it is neither GET, HEAD nor OPTIONS. */
  public boolean mutates() {
    return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
  }

  /** Whether it asks an API server for a stream of changes. */
  public boolean watches() {
    return query.startsWith("watch=") || query.contains("&watch=");
  }

  /** Whether it reads one answer: GET, and no watch. */
  public boolean reads() {
    return method.equals("GET") && !watches();
  }

  /** For example {@code GET /api/v1/nodes?limit=1}. */
  @Override
  public String toString() {
    return method + " " + path + (query.isEmpty() ? "" : "?" + query);
  }
}
