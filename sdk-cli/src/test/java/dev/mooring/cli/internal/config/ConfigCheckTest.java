package dev.mooring.cli.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.ErrorCode;
import dev.mooring.region.Probe;
import dev.mooring.region.Probe.Outcome;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The exit code of config check:")
class ConfigCheckTest {
  private static final Probe OK = new Probe("local", "root", Outcome.OK, "is writable");
  private static final Probe WARNING = new Probe("local", "clock", Outcome.WARNING, "differs");
  private static final Probe DENIED = failed(ErrorCode.ACCESS_DENIED);
  private static final Probe UNREACHABLE = failed(ErrorCode.UNAVAILABLE);

  @Test
  @DisplayName("is 0 when nothing failed")
  void nothingFailed() {
    assertThat(ConfigCheck.exitCode(List.of())).isZero();
    assertThat(ConfigCheck.exitCode(List.of(OK, WARNING))).isZero();
  }

  @Test
  @DisplayName("is 7 when rights are missing, and 10 when a backend cannot be reached")
  void rightsAndReach() {
    assertThat(ConfigCheck.exitCode(List.of(OK, DENIED))).isEqualTo(7);
    assertThat(ConfigCheck.exitCode(List.of(DENIED, UNREACHABLE))).isEqualTo(10);
  }

  @Test
  @DisplayName("is that of the failure otherwise")
  void otherFailures() {
    assertThat(ConfigCheck.exitCode(List.of(failed(ErrorCode.NOT_FOUND)))).isEqualTo(3);
    assertThat(ConfigCheck.exitCode(List.of(new Probe("local", "x", Outcome.FAILED, "broken"))))
        .isEqualTo(14);
  }

  private static Probe failed(ErrorCode code) {
    return Probe.failed("local", "connection", code, "does not work");
  }
}
