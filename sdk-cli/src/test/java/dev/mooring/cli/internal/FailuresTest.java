package dev.mooring.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.CancelledException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Difference;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.FailedException;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.IntegrityException;
import dev.mooring.error.InternalException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.ProtectedException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.error.SuspendedException;
import dev.mooring.error.UnavailableException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.error.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Failures:")
class FailuresTest {
  private static final Problem PROBLEM =
      Problem.tried("delete")
          .on("drive/workspace")
          .in("local")
          .because("it does not work")
          .hint("try something else")
          .requestId("r-1");
  private static final Instant TIME = Instant.parse("2026-11-21T12:00:00Z");

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(1, new InternalException(PROBLEM), "{}"),
        Arguments.of(
            2,
            InvalidRequestException.of(PROBLEM, "size", "is missing"),
            """
            {"violations":[{"field":"size","message":"is missing","suggestion":null,\
            "code":"INVALID_REQUEST"}]}"""),
        Arguments.of(3, new NotFoundException(PROBLEM), "{}"),
        Arguments.of(
            4,
            new AlreadyExistsException(
                PROBLEM, "vol-1", List.of(new Difference("size", "1GB", "2GB"))),
            """
            {"existingId":"vol-1","differences":[{"field":"size","existing":"1GB",\
            "asked":"2GB"}]}"""),
        Arguments.of(
            5,
            new InUseException(
                PROBLEM, List.of(new Holder("instance", "trainer-0", "running", TIME, true))),
            """
            {"holders":[{"kind":"instance","name":"trainer-0","state":"running",\
            "since":"2026-11-21T12:00:00Z","live":true}]}"""),
        Arguments.of(
            6,
            new QuotaExceededException(PROBLEM, 5_000_000_000L, -1, 1_000_000_000L),
            "{\"used\":5000000000,\"limit\":null,\"asked\":1000000000}"),
        Arguments.of(7, new AccessDeniedException(PROBLEM), "{}"),
        Arguments.of(
            8, new UnsupportedException(PROBLEM, "SNAPSHOTS"), "{\"capability\":\"SNAPSHOTS\"}"),
        Arguments.of(
            9,
            new StorageTimeoutException(
                PROBLEM, "PENDING", "QUOTA", "exceeded quota", "op-1", List.of("PENDING")),
            """
            {"reason":"QUOTA","raw":"exceeded quota","operationId":"op-1",\
            "lastState":"PENDING","history":["PENDING"]}"""),
        Arguments.of(
            10,
            new UnavailableException(PROBLEM, Duration.ofSeconds(3)),
            "{\"retryAfter\":\"3s\"}"),
        Arguments.of(11, new OutcomeUnknownException(PROBLEM), "{}"),
        Arguments.of(
            12, new IntegrityException(PROBLEM, "a", "b"), "{\"expected\":\"a\",\"found\":\"b\"}"),
        Arguments.of(13, new SuspendedException(PROBLEM), "{}"),
        Arguments.of(
            14,
            new FailedException(PROBLEM, "DRIVER_ERROR", "pool not found"),
            "{\"reason\":\"DRIVER_ERROR\",\"raw\":\"pool not found\"}"),
        Arguments.of(15, new ConflictException(PROBLEM), "{}"),
        Arguments.of(16, new ProtectedException(PROBLEM), "{}"),
        Arguments.of(130, new CancelledException(PROBLEM), "{}"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  @DisplayName("each error has its exit code, its document and its message")
  void eachErrorIsReported(int code, StorageException error, String details) {
    Run run = fail(error, Map.of(), "--json");

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.error().path("code").asText()).isEqualTo(error.code().name());
    assertThat(run.error().path("message").asText()).isEqualTo(error.getMessage());
    assertThat(run.error().path("resource").asText()).isEqualTo("drive/workspace");
    assertThat(run.error().path("region").asText()).isEqualTo("local");
    assertThat(run.error().path("requestId").asText()).isEqualTo("r-1");
    assertThat(run.error().path("hint").asText()).isEqualTo("try something else");
    assertThat(run.error().path("retryable").asBoolean()).isEqualTo(error.retryable());
    assertThat(run.error().path("details").toString()).isEqualTo(details);
    assertThat(run.err()).startsWith("mooring: Could not delete drive/workspace in local: ");
  }

  @Test
  @DisplayName("the table above has every code")
  void everyCodeIsTested() {
    assertThat(errors().map(arguments -> ((StorageException) arguments.get()[1]).code()))
        .containsExactlyInAnyOrder(ErrorCode.values());
  }

  @Test
  @DisplayName("for people standard output stays empty, and holders are listed")
  void peopleReadStandardError() {
    Holder holder = new Holder("pod", "trainer-0", "running", null, true);
    Run run = fail(new InUseException(PROBLEM, List.of(holder)), Map.of());

    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "mooring: Could not delete drive/workspace in local: it does not work."
                + " Try something else. [request r-1]",
            "  pod/trainer-0 (running)");
  }

  @Test
  @DisplayName("several violations are listed one a line")
  void violationsAreListed() {
    List<Violation> violations =
        List.of(Violation.of("name", "is wrong"), Violation.of("size", "is missing", "1GB"));
    Run run = fail(new InvalidRequestException(PROBLEM, violations), Map.of());

    assertThat(run.err().lines())
        .contains("  name: is wrong", "  size: is missing (try 1GB)")
        .first()
        .asString()
        .contains("2 rules are broken");
  }

  @Test
  @DisplayName("violations that agree on another code have its exit code")
  void violationsThatAgree() {
    List<Violation> violations =
        List.of(Violation.of("size", "is too much").as(ErrorCode.QUOTA_EXCEEDED));
    Run run = fail(new InvalidRequestException(PROBLEM, violations), Map.of(), "--json");

    assertThat(run.code()).isEqualTo(6);
    assertThat(run.error().path("code").asText()).isEqualTo("QUOTA_EXCEEDED");
  }

  @Test
  @DisplayName("an unexpected exception tells its type, but never its message")
  void unexpectedExceptionHidesItsMessage() {
    Run run = fail(new IllegalStateException("password=hunter2"), Map.of(), "--json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.error().path("code").asText()).isEqualTo("INTERNAL");
    assertThat(run.out() + run.err()).contains("IllegalStateException").doesNotContain("hunter2");
  }

  @Test
  @DisplayName("the stack is shown to whoever asks for it, and to nobody else")
  void stackIsForDebugging() {
    RuntimeException error = new NotFoundException(PROBLEM);

    assertThat(fail(error, Map.of()).err()).doesNotContain("\tat ");
    assertThat(fail(error, Map.of("MOORING_DEBUG", "1")).err()).contains("\tat ");
  }

  private static Run fail(
      RuntimeException error, Map<String, String> environment, String... options) {
    String[] line =
        Stream.concat(Stream.of("drive", "list"), Stream.of(options)).toArray(String[]::new);
    return Run.with(
        configuration -> {
          throw error;
        },
        environment,
        line);
  }
}
