package dev.mooring.internal.sized;

import dev.mooring.error.ConflictException;
import dev.mooring.error.FailedException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Advice;
import dev.mooring.internal.volume.Fates;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.internal.watch.Awaiting;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Progress;
import dev.mooring.spi.Durations;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Waits until a volume can be attached. */
final class VolumeAwaiting {
  private final Function<VolumeRecord, Optional<StatusReason>> advice;
  private final String noun;
  private final Consumer<? super Progress> listener;
  private VolumeRecord last;
  private final List<String> states = new ArrayList<>();

  private VolumeAwaiting(
      Function<VolumeRecord, Optional<StatusReason>> advice,
      VolumeRecord first,
      String noun,
      Consumer<? super Progress> listener) {
    this.advice = advice;
    this.noun = noun;
    this.listener = listener;
    this.last = first;
  }

  /** Waits; returns the volume as it is then. */
  static VolumeView await(
      Sessions sessions,
      RegionSession session,
      VolumeRecord first,
      Duration limit,
      String noun,
      Consumer<? super Progress> listener) {
    VolumeAwaiting awaiting =
        new VolumeAwaiting(
            record -> Advice.of(session, record, sessions.configuration().timeouts()),
            first,
            noun,
            listener);
    Problem problem = Problem.tried("wait for").on(first.resource()).in(session.name());
    VolumeRecord usable =
        Awaiting.await(
            session.volumeHub(),
            first.key(),
            limit,
            problem,
            key -> session.volumes().get(key).flatMap(r -> VolumeSteps.help(session, r)),
            record -> awaiting.look(record, first, problem),
            event -> credible(event, first),
            trouble -> awaiting.timeout(limit, problem, trouble));
    return VolumeView.unhelped(session, usable);
  }

  /**
   * A volume that is available was so after a read that found it still waiting, for nothing leads
   * back from there. Everything else that would end the wait may be over: another volume of the
   * name, a failure, a deletion that was taken back, a first use that has begun.
   */
  private static boolean credible(VolumeRecord event, VolumeRecord first) {
    Provisioned provisioned = event.provisioned();
    boolean ends = Settling.usable(provisioned) || Settling.failed(provisioned);
    return event.spec().id().equals(first.spec().id())
        && !ending(event)
        && (!ends || provisioned.state() == ProvisioningState.AVAILABLE);
  }

  private static boolean ending(VolumeRecord record) {
    return record.deleting()
        || record.trash() != null
        || record.running(OperationType.DELETE).isPresent();
  }

  private Optional<VolumeRecord> look(
      Optional<VolumeRecord> found, VolumeRecord first, Problem problem) {
    VolumeRecord record =
        found
            .filter(r -> r.spec().id().equals(first.spec().id()))
            .orElseThrow(() -> new NotFoundException(problem.because("it was deleted meanwhile")));
    last = record;
    Provisioned provisioned = record.provisioned();
    tell(provisioned);
    if (ending(record)) {
      throw new ConflictException(problem.because("it " + Fates.leaving(record)));
    }
    if (Settling.usable(provisioned)) {
      return Optional.of(record);
    }
    if (Settling.failed(provisioned)) {
      StatusReason why = advice.apply(record).orElse(null);
      String name = why == null ? Reason.UNKNOWN.name() : why.reason().name();
      String raw = why == null ? "" : why.raw();
      throw new FailedException(
          problem
              .because("the backend says that it cannot get better: " + name + ": " + raw)
              .hint(
                  "delete the " + noun + "; " + (why == null ? Reason.UNKNOWN.hint() : why.hint())),
          name,
          raw);
    }
    return Optional.empty();
  }

  private void tell(Provisioned provisioned) {
    StatusReason why = provisioned.reason();
    String step =
        provisioned.state()
            + (why == null
                ? ""
                : ": " + why.reason() + (why.raw().isEmpty() ? "" : ", " + why.raw()));
    if (states.isEmpty() || !states.get(states.size() - 1).equals(step)) {
      states.add(step);
      double fraction =
          switch (provisioned.state()) {
            case PENDING -> 0.1;
            case PROVISIONING -> 0.5;
            default -> 1.0;
          };
      listener.accept(new Progress(fraction, step));
    }
  }

  private StorageTimeoutException timeout(
      Duration limit, Problem problem, @Nullable StorageException trouble) {
    VolumeRecord record = last;
    StatusReason why = advice.apply(record).orElse(null);
    Reason reason =
        trouble != null
            ? Reason.BACKEND_UNREACHABLE
            : why == null ? Reason.IN_PROGRESS : why.reason();
    String raw = trouble != null ? trouble.problem().reason() : why == null ? "" : why.raw();
    Optional<OperationRecord> creation =
        record.operations().stream().filter(o -> o.type() == OperationType.CREATE).findFirst();
    List<String> history = new ArrayList<>();
    creation.ifPresent(
        c -> c.events().stream().map(OperationEvent::toString).forEach(history::add));
    history.addAll(states);
    return new StorageTimeoutException(
        problem
            .because(
                "it is still "
                    + record.provisioned().state()
                    + " after "
                    + Durations.format(limit)
                    + ": "
                    + reason
                    + (raw.isEmpty() ? "" : ", " + raw))
            .hint(
                "creation goes on, so wait again or delete the "
                    + noun
                    + "; "
                    + (trouble == null && why != null ? why.hint() : reason.hint()))
            .cause(trouble),
        record.provisioned().state().name(),
        reason.name(),
        raw,
        creation.map(c -> c.id().value()).orElse(null),
        history);
  }
}
