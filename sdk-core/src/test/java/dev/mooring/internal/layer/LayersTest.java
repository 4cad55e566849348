package dev.mooring.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.mooring.config.RetrySettings;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.InternalException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.Created;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.telemetry.CallEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All layers together. */
class LayersTest {
  private static final String SECRET = "s3cr3t-marker";

  private final FakeTime time = new FakeTime();
  private final List<CallEvent> events = new ArrayList<>();
  private final StorageBackend backend = mock();
  private final RecordStore<VolumeRecord> volumes = mock();
  private final RecordStore<TargetRecord> targets = mock();

  @BeforeEach
  void stores() {
    when(backend.volumes()).thenReturn(volumes);
    when(backend.targets()).thenReturn(targets);
  }

  private StorageBackend layered() {
    return Layers.around(
        backend,
        Samples.REGION,
        Samples.ACCOUNT,
        RetrySettings.STANDARD,
        List.of(events::add),
        time.timing());
  }

  @Test
  @DisplayName("Listeners hear one call with all its attempts and pauses")
  void telemetry_is_outside_retry() {
    when(volumes.get("x")).thenThrow(Samples.unavailable()).thenReturn(Optional.empty());
    assertThat(layered().volumes().get("x")).isEmpty();
    assertThat(events)
        .containsExactly(
            new CallEvent(
                new CallEvent.Call("volumes.get", "here", "x", true),
                Duration.ofMillis(100),
                2,
                null));
  }

  @Test
  @DisplayName("A record that breaks an invariant never reaches the backend, and listeners hear it")
  void validation_is_between_telemetry_and_retry() {
    StorageBackend layered = layered();
    VolumeRecord draft = VolumeRecord.draft(Samples.KEY, Samples.spec("other"), operation());
    assertThatThrownBy(() -> layered.volumes().create(draft)).isInstanceOf(InternalException.class);
    verifyNoInteractions(volumes);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).attempts()).isZero();
    assertThat(events.get(0).errorIfFailed()).contains(ErrorCode.INTERNAL);
  }

  @Test
  @DisplayName("Every call is one line at DEBUG")
  void debug_line() {
    when(targets.list(any())).thenThrow(Samples.unavailable()).thenReturn(page());
    try (LogLines log = LogLines.of("dev.mooring.calls")) {
      assertThat(layered().targets().list(RecordQuery.where(Map.of()))).isNotNull();
      assertThat(log.lines())
          .containsExactly("DEBUG targets.list  in here: 100 ms, 2 attempts, OK");
    }
  }

  @Test
  @DisplayName("A call that is given up is a warning that says why")
  void warning() {
    when(volumes.get("x")).thenThrow(Samples.unavailable());
    try (LogLines log = LogLines.of("dev.mooring.calls")) {
      assertThatThrownBy(() -> layered().volumes().get("x")).hasMessageContaining("4 attempts");
      assertThat(log.lines())
          .containsExactly(
              "DEBUG volumes.get x in here: 700 ms, 4 attempts, UNAVAILABLE: Could not read"
                  + " drive/data: it is down. (4 attempts)",
              "WARN Giving up volumes.get x in here after 4 attempts, for that was the last try:"
                  + " UNAVAILABLE: Could not read drive/data: it is down. (4 attempts)");
    }
  }

  @Test
  @DisplayName("Secrets in causes, records and foreign errors are not logged, also not at TRACE")
  void no_secrets() {
    RuntimeException cause = new IllegalStateException("Bearer " + SECRET);
    when(volumes.get("x")).thenThrow(new UnavailableException(Problem.tried("read").cause(cause)));
    when(volumes.get("y")).thenThrow(cause);
    try (LogLines log = LogLines.of("dev.mooring")) {
      StorageBackend layered = layered();
      assertThatThrownBy(() -> layered.volumes().get("x")).hasCause(cause);
      assertThatThrownBy(() -> layered.volumes().get("y")).isSameAs(cause);
      assertThat(log.lines()).hasSizeGreaterThan(4).noneMatch(line -> line.contains(SECRET));
      assertThat(log.lines()).anyMatch(line -> line.contains("IllegalStateException"));
    }
  }

  @Test
  @DisplayName("A create whose answer was lost finds its own record, and has created it")
  void create_again() {
    VolumeRecord draft = VolumeRecord.draft(Samples.KEY, Samples.spec(), operation());
    VolumeRecord stored = draft.stored("1", Samples.TIME);
    when(volumes.create(draft))
        .thenThrow(new OutcomeUnknownException(Problem.tried("create")))
        .thenReturn(new Created<>(stored, false));
    assertThat(layered().volumes().create(draft)).isEqualTo(new Created<>(stored, true));

    TargetRecord target = Samples.target().withOperation(operation());
    when(targets.create(target)).thenReturn(new Created<>(target, false));
    assertThat(layered().targets().create(target).created()).isTrue();
  }

  @Test
  @DisplayName("A create that meets the record of somebody else has not created it")
  void create_too_late() {
    VolumeRecord draft = VolumeRecord.draft(Samples.KEY, Samples.spec(), operation());
    Created<VolumeRecord> other = new Created<>(Samples.volume(), false);
    when(volumes.create(draft)).thenReturn(other);
    assertThat(layered().volumes().create(draft)).isSameAs(other);

    Created<TargetRecord> target = new Created<>(Samples.target(), false);
    when(targets.create(any())).thenReturn(target);
    TargetRecord mine = Samples.target().withOperation(operation());
    assertThat(layered().targets().create(mine)).isSameAs(target);
  }

  @Test
  @DisplayName("Opening a watch is tried again, with the listener itself")
  void watch() {
    RecordStore.Watch watch = mock();
    RecordListener<VolumeRecord> listener = mock();
    when(volumes.watch(listener)).thenThrow(Samples.unavailable()).thenReturn(watch);
    assertThat(layered().volumes().watch(listener)).isSameAs(watch);
    verify(volumes, times(2)).watch(listener);
    verifyNoInteractions(listener, watch);
  }

  @Test
  @DisplayName("Closing closes the backend once, also when that fails")
  void close() {
    doThrow(Samples.unavailable()).when(backend).close();
    StorageBackend layered = layered();
    assertThatThrownBy(layered::close).isInstanceOf(UnavailableException.class);
    verify(backend, times(1)).close();
  }

  private static OperationRecord operation() {
    return Samples.operation(Samples.REGION);
  }

  private static RecordPage<TargetRecord> page() {
    return new RecordPage<>(List.of(), null);
  }
}
