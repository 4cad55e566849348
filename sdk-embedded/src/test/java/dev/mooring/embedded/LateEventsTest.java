package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Target;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A wait whose watch is behind what it has read")
class LateEventsTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Late late = new Late();

  @AutoClose
  private final StorageClient storage =
      StorageClient.builder()
          .account("acme")
          .region(
              "local", RegionConfiguration.of(new InterceptedBackend(Embedded.inMemory(), late)))
          .build();

  @Test
  @DisplayName("for a drive does not end on an event of an earlier drive of the name")
  void aLateEventOfAnEarlierDrive() {
    CloudDrive second = againAndStuck();

    assertThatThrownBy(() -> second.await(SHORT)).isInstanceOf(StorageTimeoutException.class);
    assertThat(late.delivered).isTrue();
  }

  @Test
  @DisplayName("for a creation does not end on an event of an earlier drive of the name")
  void aLateEventOfAnEarlierCreation() {
    Operation<?> creation = againAndStuck().operation();

    assertThatThrownBy(() -> creation.await(SHORT)).isInstanceOf(StorageTimeoutException.class);
    assertThat(late.delivered).isTrue();
    assertThat(creation.state()).isEqualTo(OperationState.RUNNING);
  }

  /** A drive that is not made, with an event of one of its name that was deleted. */
  private CloudDrive againAndStuck() {
    CloudDrive first = storage.cloudDrives().create("workspace", d -> d.size(gb(1))).await();
    late.event = late.lastVolume;
    first.delete().await();
    late.stuck = true;
    CloudDrive second = storage.cloudDrives().create("workspace", d -> d.size(gb(1)));
    late.armed = true;
    return second;
  }

  @Test
  @DisplayName("for a detach does not end on an event from before it began")
  void aLateEventFromBeforeADetach() {
    storage.cloudDrives().create("workspace", d -> d.size(gb(1))).await();
    Target target = Target.instance("a");
    storage.attachments().to(target).mount("workspace", "/workspace").plan().apply();
    late.event = late.lastTarget;
    late.mountedOnceDetaching = true;
    Operation<?> detach = storage.attachments().of(target).detachAll();
    late.armed = true;

    assertThatThrownBy(() -> detach.await(SHORT)).isInstanceOf(StorageTimeoutException.class);
    assertThat(late.delivered).isTrue();
    assertThat(detach.state()).isEqualTo(OperationState.RUNNING);
  }

  /** Reports nothing to watches but one record, right after the read that shows a newer one. */
  private static final class Late implements Interceptor {
    private final Map<String, RecordListener<StoredRecord>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable StoredRecord lastVolume;
    private volatile @Nullable StoredRecord lastTarget;
    private volatile @Nullable StoredRecord event;
    private volatile boolean stuck;
    private volatile boolean mountedOnceDetaching;
    private volatile boolean detaching;
    private volatile boolean armed;
    private volatile boolean delivered;

    @Override
    public @Nullable Object around(Call call) throws Throwable {
      if (call.name().endsWith(".watch")) {
        listeners.put(call.name(), listener(call.argument()));
        return call.proceed(new Deaf());
      }
      if (stuck && call.name().equals("Provisioning.advance")) {
        return Optional.empty();
      }
      if (detaching && call.name().equals("Attaching.users")) {
        return users(call.argument());
      }
      Object answer = call.proceed();
      if (call.name().endsWith(".swap") && answer instanceof Optional<?> stored) {
        stored.ifPresent(this::note);
      }
      RecordListener<StoredRecord> listener = listeners.get(watchOf(event));
      if (armed && listener != null && call.name().equals(getOf(event))) {
        armed = false;
        delivered = true;
        listener.changed(Objects.requireNonNull(event));
      }
      return answer;
    }

    private void note(Object stored) {
      if (stored instanceof VolumeRecord volume) {
        lastVolume = volume;
      } else if (stored instanceof TargetRecord target) {
        lastTarget = target;
        detaching = mountedOnceDetaching && target.running(OperationType.DETACH).isPresent();
      }
    }

    private static String watchOf(@Nullable StoredRecord record) {
      return record instanceof TargetRecord ? "targets.watch" : "volumes.watch";
    }

    private static String getOf(@Nullable StoredRecord record) {
      return record instanceof TargetRecord ? "targets.get" : "volumes.get";
    }

    @SuppressWarnings("unchecked")
    private static RecordListener<StoredRecord> listener(@Nullable Object argument) {
      return (RecordListener<StoredRecord>) Objects.requireNonNull(argument);
    }

    private static Map<String, List<VolumeUser>> users(@Nullable Object volumes) {
      VolumeUser user =
          new VolumeUser(
              "pod", "x", VolumeUser.State.RUNNING, true, null, null, Instant.EPOCH, false);
      return ((Collection<?>) Objects.requireNonNull(volumes))
          .stream()
              .map(volume -> ((VolumeRecord) volume).key())
              .collect(Collectors.toMap(Function.identity(), key -> List.of(user)));
    }
  }

  private static final class Deaf implements RecordListener<StoredRecord> {
    @Override
    public void changed(StoredRecord record) {}

    @Override
    public void deleted(String key) {}

    @Override
    public void alive() {}

    @Override
    public void closed(@Nullable Throwable cause) {}
  }
}
