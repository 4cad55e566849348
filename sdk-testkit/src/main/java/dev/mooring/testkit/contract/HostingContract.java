package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InUseException;
import dev.mooring.error.NotFoundException;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.Instance;
import dev.mooring.instance.InstanceState;
import dev.mooring.testkit.Eventually;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Instances: the bytes that one writes are what the next one reads. */
abstract class HostingContract extends Contract<CloudDrive, CreateDrive> {
  HostingContract() {
    super(Kind.DRIVE);
  }

  private static Instance launch(StorageClient client, String name, String drive) {
    return client
        .instances()
        .launch(name, mounts -> mounts.mount(drive, "/workspace"))
        .await(PATIENCE);
  }

  private static String output(Instance instance, String... argv) {
    ExecResult result = instance.exec(PATIENCE, argv);
    assertThat(result.exitCode()).as("%s: %s", String.join(" ", argv), result.stderr()).isZero();
    return result.stdout();
  }

  private static String sha256(Instance instance) {
    return output(instance, "sha256sum", "workspace/data").split(" ", 2)[0];
  }

  @Test
  void bytesWrittenInOneInstanceAreReadInTheNext() {
    volume("workspace");
    Instance a = launch(storage, "a", "workspace");
    output(a, "dd", "if=/dev/urandom", "of=workspace/data", "bs=65536", "count=32");
    output(a, "sync");
    String written = sha256(a);
    assertThat(written).matches("[0-9a-f]{64}");
    a.stop();
    StorageClient other = world.connect();
    Instance b = launch(other, "b", "workspace");
    assertThat(sha256(b)).isEqualTo(written);
    assertThat(output(b, "wc", "-c", "workspace/data")).contains("2097152");
  }

  @Test
  void anInstanceDoesNotStartWithADriveThatIsBeingDetached() {
    volume("workspace");
    Launch launch = attach("a", "workspace");
    AtomicBoolean first = new AtomicBoolean(true);
    StorageClient detaching =
        world.connect(
            call -> {
              Object answer = call.proceed();
              if (call.name().equals("targets.swap") && first.getAndSet(false)) {
                assertThatThrownBy(() -> storage.instances().launch(launch))
                    .isInstanceOf(ConflictException.class);
              }
              return answer;
            });
    detaching.attachments().of(instance("a")).detachAll().await(PATIENCE);
    assertThat(first).isFalse();
    Eventually.holds("it does not run", () -> storage.instances().find("a").isEmpty());
    world.assertNoClaims();
  }

  @Test
  void stoppingEndsWhenThisInstanceIsGoneThoughAnotherBeganUnderItsName() {
    volume("workspace");
    StorageClient other = world.connect();
    StorageClient slow =
        world.connect(
            call -> {
              Object answer = call.proceed();
              if (call.name().equals("InstanceHosting.stop")) {
                Eventually.holds("it is gone", () -> other.instances().find("a").isEmpty());
                world.fixture.clock().ifPresent(clock -> clock.advance(Duration.ofSeconds(1)));
                launch(other, "a", "workspace");
              }
              return answer;
            });
    Instance first = launch(slow, "a", "workspace");
    first.stop();
    assertThat(other.instances().named("a").startedAt()).isAfter(first.startedAt());
  }

  @Test
  void aDriveMadeAgainUnderTheNameIsEmpty() {
    volume("workspace");
    Instance a = launch(storage, "a", "workspace");
    output(a, "dd", "if=/dev/urandom", "of=workspace/data", "bs=1024", "count=1");
    a.stop();
    storage.cloudDrives().named("workspace").delete().await(PATIENCE);
    volume("workspace");
    Instance b = launch(storage, "b", "workspace");
    assertThat(b.exec("sha256sum", "workspace/data").exitCode()).isNotZero();
  }

  @Test
  void anInstanceIsListedWhileItRunsAndGoneWhenItStopped() {
    volume("workspace");
    Instance a = launch(storage, "a", "workspace");
    assertThat(a.name()).isEqualTo("a");
    assertThat(a.region()).isEqualTo(REGION);
    assertThat(a.state()).isEqualTo(InstanceState.RUNNING);
    assertThat(a.target()).isEqualTo(instance("a"));
    StorageClient other = world.connect();
    assertThat(other.instances().list()).extracting(Instance::name).containsExactly("a");
    assertThat(other.instances().named("a").state()).isEqualTo(InstanceState.RUNNING);
    a.stop();
    a.stop();
    assertThat(other.instances().find("a")).isEmpty();
    assertThatThrownBy(() -> other.instances().named("a")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> a.exec("true")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void launchingAgainReturnsTheRunningInstance() {
    volume("workspace");
    Instance first = launch(storage, "a", "workspace");
    Instance again = launch(storage, "a", "workspace");
    assertThat(again.startedAt()).isEqualTo(first.startedAt());
    assertThat(storage.instances().list()).hasSize(1);
  }

  @Test
  void aMountedPathIsToldAndNoOther() {
    volume("workspace");
    Instance a = launch(storage, "a", "workspace");
    assertThat(a.path("/workspace").isAbsolute()).isTrue();
    assertThatThrownBy(() -> a.path("/elsewhere")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aCommandsExitCodeAndOutputsAreToldApart() {
    volume("workspace");
    Instance a = launch(storage, "a", "workspace");
    assertThat(a.exec("echo", "a b", "$HOME", "*").stdout()).isEqualTo("a b $HOME *\n");
    ExecResult failed = a.exec("sha256sum", "workspace/absent");
    assertThat(failed.exitCode()).isNotZero();
    assertThat(failed.stdout()).isEmpty();
    assertThat(failed.stderr()).contains("absent");
  }

  @Test
  void anInstanceOfAHeldDriveIsNotStarted() {
    volume("workspace");
    launch(storage, "a", "workspace");
    assertThatThrownBy(() -> launch(world.connect(), "b", "workspace"))
        .isInstanceOf(InUseException.class);
    assertThat(storage.instances().find("b")).isEmpty();
  }

  @Test
  void anInstanceWithSeveralDrivesSeesEachAtItsPath() {
    volume("one");
    volume("two");
    Instance a =
        storage
            .instances()
            .launch("a", mounts -> mounts.mount("one", "/data/one").mount("two", "/data/two"))
            .await(PATIENCE);
    output(a, "dd", "if=/dev/urandom", "of=data/one/x", "bs=16", "count=1");
    assertThat(output(a, "ls", "data/one")).contains("x");
    assertThat(output(a, "ls", "data/two")).doesNotContain("x");
  }
}
