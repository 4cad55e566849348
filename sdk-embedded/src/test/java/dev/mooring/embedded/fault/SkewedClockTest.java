package dev.mooring.embedded.fault;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.embedded.Embedded;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InUseException;
import dev.mooring.instance.Instance;
import dev.mooring.testkit.junit.Sentences;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two clients of one root, one of which is an hour ahead. */
@DisplayNameGeneration(Sentences.class)
class SkewedClockTest {
  private final StorageClient right;
  private final StorageClient ahead;

  SkewedClockTest(@TempDir Path root) {
    right = client(root, Clock.systemUTC());
    ahead = client(root, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
  }

  private static StorageClient client(Path root, Clock clock) {
    return StorageClient.builder()
        .account("acme")
        .clock(clock)
        .region("local", Embedded.at(root))
        .build();
  }

  @AfterEach
  void close() {
    right.close();
    ahead.close();
  }

  private static Launch attach(StorageClient client, String target) {
    return client.attachments().to(Target.instance(target)).mount("d", "/w").plan().apply();
  }

  @Test
  void aRunningInstanceKeepsItsDriveWhateverTheClocksSay() {
    right.cloudDrives().create("d", d -> d.size(gb(1))).await();
    Instance one = right.instances().launch(attach(right, "one")).await();

    assertThat(ahead.cloudDrives().named("d").attachments()).hasSize(1);
    assertThatThrownBy(() -> attach(ahead, "two")).isInstanceOf(InUseException.class);
    ahead.recover();
    assertThat(right.cloudDrives().named("d").attachments()).hasSize(1);

    one.stop();
    attach(ahead, "two");
    assertThatThrownBy(() -> attach(right, "one")).isInstanceOf(InUseException.class);
  }

  @Test
  void aLaunchThatLostItsDriveToAClockAheadIsToldSoAndStartsNothing() {
    right.cloudDrives().create("d", d -> d.size(gb(1))).await();
    Launch slow = attach(right, "one");
    // For a clock that is ahead the grace of a launch that nobody started has passed.
    Instance two = ahead.instances().launch(attach(ahead, "two")).await();

    assertThatThrownBy(() -> right.instances().launch(slow))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("lan it again");
    assertThat(right.instances().list()).extracting(Instance::name).containsExactly("two");
    assertThat(right.cloudDrives().named("d").attachments())
        .singleElement()
        .satisfies(a -> assertThat(a.target().name()).isEqualTo("two"));
    two.stop();
    right.instances().launch(attach(right, "one")).await();
  }
}
