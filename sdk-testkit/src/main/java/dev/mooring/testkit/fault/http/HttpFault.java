package dev.mooring.testkit.fault.http;

import dev.mooring.testkit.fault.Gate;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the proxy does with a request instead of passing it on and its answer back. An immutable
 * value, but for the gate of a {@linkplain #pause pause}.
 *
 * @param effect whether the server sees the request
 * @param reply what the client gets
 * @param status the status of {@link Reply#STATUS}, else 0
 * @param retryAfter what the header Retry-After of a status says, or null for no header
 * @param delay how long the request is held before anything happens
 * @param gate holds the request until it is opened, or null
 */
public record HttpFault(
    boolean effect,
    Reply reply,
    int status,
    @Nullable Duration retryAfter,
    Duration delay,
    @Nullable Gate gate) {
  /** What the client gets. */
  public enum Reply {
    /** The server's answer. */
    ANSWER,
    /** The end of its connection. */
    CUT,
    /** A status that the server did not give. */
    STATUS,
    /** A good status and an open stream on which nothing comes. */
    SILENCE
  }

  /** Checks that nothing is missing. */
  public HttpFault {
    Objects.requireNonNull(reply, "reply");
    Objects.requireNonNull(delay, "delay");
  }

  /** Nothing is broken, but it takes so much longer. */
  public static HttpFault delay(Duration delay) {
    return new HttpFault(true, Reply.ANSWER, 0, null, delay, null);
  }

  /** The connection ends, and the server never sees the request. */
  public static HttpFault cutBefore() {
    return new HttpFault(false, Reply.CUT, 0, null, Duration.ZERO, null);
  }

  /** The server does what the request says, but the connection ends before its answer. */
  public static HttpFault cutAfter() {
    return new HttpFault(true, Reply.CUT, 0, null, Duration.ZERO, null);
  }

  /** A status in place of the server, which never sees the request. */
  public static HttpFault refuse(int status) {
    return new HttpFault(false, Reply.STATUS, status, null, Duration.ZERO, null);
  }

  /** The server does what the request says, but the client gets this status. */
  public static HttpFault lie(int status) {
    return new HttpFault(true, Reply.STATUS, status, null, Duration.ZERO, null);
  }

  /**
   * A watch that opens well and says nothing, until the client or the proxy closes it; the server
   * never sees it.
   */
  public static HttpFault silence() {
    return new HttpFault(false, Reply.SILENCE, 200, null, Duration.ZERO, null);
  }

  /**
   * The request waits at a gate until somebody opens it; what then happens is up to who opened it.
   */
  public static HttpFault pause(Gate gate) {
    return new HttpFault(true, Reply.ANSWER, 0, null, Duration.ZERO, Objects.requireNonNull(gate));
  }

  /** The same status with the header Retry-After, in whole seconds. */
  public HttpFault retryAfter(Duration wait) {
    return new HttpFault(effect, reply, status, wait, delay, gate);
  }

  /** In words, for example {@code 500 after the effect}. */
  @Override
  public String toString() {
    String place = effect ? " after the effect" : " before the effect";
    return switch (reply) {
      case ANSWER -> gate == null ? "delay" : "pause";
      case CUT -> "cut" + place;
      case STATUS -> status + (retryAfter == null ? "" : " with Retry-After") + place;
      case SILENCE -> "silence";
    };
  }
}
