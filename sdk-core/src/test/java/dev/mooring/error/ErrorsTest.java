package dev.mooring.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  @Test
  @DisplayName("a message says what was tried, on what, where, why, and what to do")
  void message() {
    assertThat(
            Problem.tried("delete")
                .on("drive/workspace")
                .in("us-central")
                .because("it is in use")
                .hint("detach it first")
                .attempts(3)
                .requestId("r-7")
                .message())
        .isEqualTo(
            "Could not delete drive/workspace in us-central: it is in use. Detach it first."
                + " (3 attempts) [request r-7]");
    assertThat(Problem.tried("connect").message()).isEqualTo("Could not connect: it failed.");
    assertThat(Problem.tried("connect").because("who knows?").hint("").message())
        .startsWith("Could not connect: who knows?");
  }

  @Property
  void an_error_tells_all_of_its_problem(
      @ForAll @CharRange(from = ' ', to = '~') String tried,
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 300) String resource,
      @ForAll @CharRange(from = ' ', to = '~') String reason,
      @ForAll @IntRange(min = 1, max = 9) int attempts) {
    RuntimeException cause = new IllegalStateException("cause");
    Problem problem =
        Problem.tried(tried)
            .on(resource)
            .in("eu")
            .because(reason)
            .hint("do")
            .requestId("r")
            .attempts(attempts)
            .cause(cause);
    StorageException error = new NotFoundException(problem);
    assertThat(error.operation()).isEqualTo(tried);
    assertThat(error.resource()).contains(resource);
    assertThat(error.region()).contains("eu");
    assertThat(error.hint()).contains("do");
    assertThat(error.requestId()).contains("r");
    assertThat(error.attempts()).isEqualTo(attempts);
    assertThat(error).hasCause(cause).hasMessage(problem.message());
    assertThat(error.getMessage()).contains(tried, resource, reason);
  }

  @Property
  void a_message_is_one_line_that_steers_no_terminal(@ForAll String a, @ForAll String b) {
    String words = a + "\u001b[2J\n\u202e" + b;
    StorageException error =
        InvalidRequestException.of(Problem.tried(words).on(words).in(words), words, words);
    assertThat(error.getMessage()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    assertThat(error.getMessage()).contains("\\u001b[2J\\n\\u202e");
  }

  @Test
  @DisplayName("each type of error has a code of its own, by its name")
  void codes() {
    List<String> types =
        Arrays.stream(StorageException.class.getPermittedSubclasses())
            .map(
                type ->
                    type.getSimpleName()
                        .replaceFirst("^Storage", "")
                        .replaceFirst("Exception$", ""))
            .map(
                name ->
                    name.replaceAll("(?<=[a-z])([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT))
            .sorted()
            .toList();
    assertThat(types)
        .isEqualTo(Arrays.stream(ErrorCode.values()).map(Enum::name).sorted().toList());
  }

  @Test
  @DisplayName("all violations are in the message, in their order, with suggestions")
  void violations() {
    InvalidRequestException error =
        new InvalidRequestException(
            Problem.tried("create").on("drive/X"),
            List.of(
                Violation.of("name", "is wrong", "x"),
                Violation.of("size", "is missing").as(ErrorCode.QUOTA_EXCEEDED)));
    assertThat(error)
        .hasMessage("Could not create drive/X: name: is wrong (try x); size: is missing.");
    assertThat(error.violations())
        .extracting(Violation::code)
        .containsExactly(ErrorCode.INVALID_REQUEST, ErrorCode.QUOTA_EXCEEDED);
    assertThat(error.retryable()).isFalse();
  }
}
