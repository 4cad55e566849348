package dev.mooring.embedded.internal;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.ErrorCode;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.testkit.process.Answer;
import dev.mooring.testkit.process.ClientProcess;
import dev.mooring.testkit.process.Command;
import dev.mooring.testkit.process.SharedAccount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Another process with a client:")
class ClientProcessTest {
  @TempDir Path folder;
  private FolderFixture fixture;
  private SharedAccount account;
  private ClientProcess process;

  @BeforeEach
  void start() {
    fixture = new FolderFixture(folder);
    account = SharedAccount.in(fixture);
    process = account.process();
  }

  @AfterEach
  void end() {
    process.close();
    account.clean();
    account.assertEmpty();
    account.close();
  }

  @Test
  @DisplayName("does every command, and its answers tell what this process sees too")
  void doesEveryCommand() {
    String id = process.ask(Command.create("d", gb(1))).values().get(0);
    assertThat(process.ask(Command.await("d")).values()).containsExactly(id);
    assertThat(account.client().cloudDrives().named("d").id().value()).isEqualTo(id);
    assertThat(process.ask(Command.read("d")).values())
        .containsExactly(id, "1000000000", "AVAILABLE", "");

    process.ask(Command.attach("d", "i", "/mnt")).values();
    assertThat(process.ask(Command.read("d")).values())
        .containsExactly(id, "1000000000", "ATTACHED", "instance/i");
    assertThat(process.ask(Command.detach("d", "i")).values()).containsExactly("d");
    process.ask(Command.launch("i", "d", "/mnt")).values();
    assertThat(account.client().instances().list()).hasSize(1);
    process.ask(Command.stop("i")).values();
    assertThat(process.ask(Command.recover()).values()).hasSize(4);
    assertThat(process.ask(Command.delete("d")).values()).containsExactly(id);
    assertThat(account.volumes()).isEmpty();
  }

  @Test
  @DisplayName("tells an error with its code, its type, and who is in the way")
  void tellsErrors() {
    String id = process.ask(Command.create("d", gb(1))).values().get(0);
    process.ask(Command.attach("d", "first", "/mnt")).values();

    assertThat(process.ask(Command.attach("d", "second", "/mnt")))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.IN_USE);
              assertThat(refused.type()).isEqualTo("InUseException");
              assertThat(refused.details()).containsExactly("instance/first");
            });
    assertThat(process.ask(Command.create("d", gb(2))))
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.details()).containsExactly(id));
    assertThatThrownBy(() -> process.ask(Command.read("none")).values())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  @DisplayName("gets hostile names as they are")
  void getsHostileNames() {
    for (String name : List.of("", "\t", "a\nb", "\\u0041\\", "\u202egnp.exe", "\ud800", "💾 ")) {
      assertThat(process.ask(Command.create(name, gb(1))))
          .as("the name '%s'", name)
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }
  }

  @Test
  @DisplayName("holds commands until it is told to go")
  void holdsCommands() {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      commands.add(Command.create("d" + i, gb(1)));
    }
    List<CompletableFuture<Answer>> answers = process.hold(commands);
    assertThat(process.ask(Command.recover()).values()).hasSize(4);
    assertThat(answers).noneMatch(CompletableFuture::isDone);
    assertThat(account.volumes()).isEmpty();

    process.go();
    assertThat(answers).allSatisfy(answer -> ClientProcess.await(answer).values());
    assertThat(account.volumes()).hasSize(16);
  }

  @Test
  @DisplayName("that is killed has lost the answers it did not give")
  void losesAnswers() {
    CompletableFuture<Answer> held = process.hold(List.of(Command.create("d", gb(1)))).get(0);
    process.kill();
    assertThat(ClientProcess.await(held)).isInstanceOf(Answer.Lost.class);
    assertThat(process.ask(Command.recover())).isInstanceOf(Answer.Lost.class);
    assertThat(account.volumes()).isEmpty();
  }

  @Test
  @DisplayName("that dies by itself is a failure, not an answer")
  void mustNotDie() {
    try (ClientProcess none = ClientProcess.start(folder.resolve("none.yaml"), account.name())) {
      assertThatThrownBy(() -> none.ask(Command.recover()))
          .isInstanceOf(AssertionError.class)
          .hasStackTraceContaining("ended by itself");
    }
  }

  @Test
  @DisplayName("can be given an interceptor")
  void canBeIntercepted() {
    try (ClientProcess broken =
        ClientProcess.start(fixture.configuration(), account.name(), Broken.class)) {
      assertThat(broken.ask(Command.create("d", gb(1))))
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused -> {
                assertThat(refused.code()).isEqualTo(ErrorCode.INTERNAL);
                assertThat(refused.message()).contains("broken at volumes.create");
              });
    }
  }

  private static final class Broken implements Interceptor {
    @Override
    public @Nullable Object around(Call call) throws Throwable {
      if (call.name().equals("volumes.create")) {
        throw new IllegalStateException("broken at " + call.name());
      }
      return call.proceed();
    }
  }
}
