package dev.mooring.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading the command line:")
class UsageTest {
  @Test
  @DisplayName("--help prints all commands on standard output")
  void helpListsAllCommands() {
    Run run = Run.of("--help");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("demo", "drive", "plan", "attach", "detach", "attachments", "instance")
        .contains("profile", "price", "config", "completion", "operation", "recover");
    assertThat(run.err()).isEmpty();
  }

  @Test
  @DisplayName("--version prints the program's name and version")
  void versionIsPrinted() {
    Run run = Run.of("--version");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("mooring ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "drive", "instance", "config", "profile", "operation"})
  @DisplayName("a group alone is a usage error that shows its commands")
  void groupAloneIsUsageError(String group) {
    Run run = group.isEmpty() ? Run.of() : Run.of(group);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: mooring");
  }

  @Test
  @DisplayName("a mistyped command is answered with the nearest ones")
  void mistypedCommandIsAnsweredWithTheNearest() {
    Run run = Run.of("drive", "craete");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean 'create'?");
  }

  @Test
  @DisplayName("a mistyped option is answered with the nearest one")
  void mistypedOptionIsAnsweredWithTheNearest() {
    Run run = Run.of("drive", "create", "x", "--size", "1GB", "--dryrun");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean '--dry-run'?");
  }

  @Test
  @DisplayName("with --json a usage error is a document too, wherever --json stands")
  void usageErrorIsDocument() {
    for (Run run :
        new Run[] {
          Run.of("--json", "drive", "create", "x"), Run.of("drive", "create", "x", "--json")
        }) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.error().path("code").asText()).isEqualTo("INVALID_REQUEST");
      assertThat(run.error().path("message").asText()).contains("--size");
      assertThat(run.error().path("details").isObject()).isTrue();
    }
  }

  @Test
  @DisplayName("an argument that begins with @ is no file of arguments")
  void atIsNoFile() {
    assertThat(Run.of("object", "@/etc/hostname", "--json").code()).isEqualTo(8);
    assertThat(Run.of("@/etc/hostname").err()).contains("does not know '@/etc/hostname'");
  }

  @Test
  @DisplayName("a --json after -- is an argument and no option")
  void jsonAfterDoubleDashIsArgument() {
    assertThat(Run.of("instance", "exec", "--nonsense", "--", "--json").out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object put models file key",
        "object create models",
        "cost --by owner --csv",
        "cost statement --month 2026-11",
        "plan x --kind cluster --nodes 2 --mount y:/y"
      })
  @DisplayName("what this release cannot do is unsupported, not a usage error")
  void unsupportedIsNotUsage(String line) {
    Run run = Run.of((line + " --json").split(" "));

    assertThat(run.code()).isEqualTo(8);
    assertThat(run.error().path("code").asText()).isEqualTo("UNSUPPORTED");
    assertThat(run.error().path("retryable").asBoolean()).isFalse();
    assertThat(run.error().path("details").path("capability").asText()).isNotEmpty();
    assertThat(run.err()).contains("not supported in this release");
  }

  @Test
  @DisplayName("a completion script for bash and zsh is printed, another shell is refused")
  void completionIsPrinted() {
    assertThat(Run.of("completion", "bash").out()).contains("complete -F", "bashcompinit");
    assertThat(Run.of("completion", "zsh").out()).contains("bashcompinit");
    assertThat(Run.of("completion", "fish").code()).isEqualTo(2);
  }
}
