package dev.mooring.testkit.fault.http;

import java.util.Objects;

/**
 * What became of a request.
 *
 * @param call the request
 * @param status the status that the client got; 0 when its connection was cut
 * @param fault what was injected, in words, or the empty string
 */
public record HttpOutcome(HttpCall call, int status, String fault) {
  /** Checks that nothing is missing. */
  public HttpOutcome {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(fault, "fault");
  }
}
