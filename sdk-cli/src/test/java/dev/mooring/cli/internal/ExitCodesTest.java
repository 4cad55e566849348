package dev.mooring.cli.internal;

import static dev.mooring.error.ErrorCode.INVALID_REQUEST;
import static dev.mooring.error.ErrorCode.IN_USE;
import static dev.mooring.error.ErrorCode.QUOTA_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Exit codes:")
class ExitCodesTest {
  @Test
  @DisplayName("each error has the code of the published table")
  void eachErrorHasItsCode() {
    Map<String, Integer> codes = new TreeMap<>();
    for (ErrorCode code : ErrorCode.values()) {
      codes.put(code.name(), ExitCodes.of(code));
    }
    assertThat(codes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("INTERNAL", 1),
                Map.entry("INVALID_REQUEST", 2),
                Map.entry("NOT_FOUND", 3),
                Map.entry("ALREADY_EXISTS", 4),
                Map.entry("IN_USE", 5),
                Map.entry("QUOTA_EXCEEDED", 6),
                Map.entry("ACCESS_DENIED", 7),
                Map.entry("UNSUPPORTED", 8),
                Map.entry("TIMEOUT", 9),
                Map.entry("UNAVAILABLE", 10),
                Map.entry("OUTCOME_UNKNOWN", 11),
                Map.entry("INTEGRITY", 12),
                Map.entry("SUSPENDED", 13),
                Map.entry("FAILED", 14),
                Map.entry("CONFLICT", 15),
                Map.entry("PROTECTED", 16),
                Map.entry("CANCELLED", 130)));
  }

  @Test
  @DisplayName("violations that agree have their own code")
  void violationsThatAgree() {
    assertThat(codeOf(QUOTA_EXCEEDED, QUOTA_EXCEEDED)).isEqualTo(QUOTA_EXCEEDED);
    assertThat(codeOf(IN_USE)).isEqualTo(IN_USE);
  }

  @Test
  @DisplayName("violations that differ are an invalid request")
  void violationsThatDiffer() {
    assertThat(codeOf(QUOTA_EXCEEDED, IN_USE)).isEqualTo(INVALID_REQUEST);
    assertThat(codeOf(INVALID_REQUEST, QUOTA_EXCEEDED)).isEqualTo(INVALID_REQUEST);
  }

  private static ErrorCode codeOf(ErrorCode... codes) {
    List<Violation> violations =
        Arrays.stream(codes).map(code -> Violation.of("field", "is wrong").as(code)).toList();
    return ExitCodes.codeOf(new InvalidRequestException(Problem.tried("try"), violations));
  }
}
