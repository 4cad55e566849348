package dev.mooring.internal.sized;

import dev.mooring.adoption.AdoptVolume;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Difference;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.internal.name.AccountNames;
import dev.mooring.internal.name.Stored;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.AdoptionSteps;
import dev.mooring.internal.volume.Fates;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Quota;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.internal.watch.Awaiting;
import dev.mooring.operation.OperationType;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Adoptable;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Created;
import dev.mooring.spi.Custody;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.SizeChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Adopts claims: checked first; then the claim is marked by compare-and-swap, with the intent in
 * the marks; one that is made for a PersistentVolume is marked from its beginning; then its name is
 * found to be its own, or the marks are taken off again.
 */
final class VolumeAdoption<V extends SizedVolume<V>> {
  private static final int MOST_TRIES = 16;

  /** Nobody uses it: a controller takes its finalizer off when it looks next. */
  private static final Duration WITHDRAWAL = Duration.ofSeconds(30);

  private final SizedKind<V> type;
  private final Sessions sessions;
  private final AdoptionDraft draft;

  VolumeAdoption(SizedKind<V> type, Sessions sessions, AdoptVolume request) {
    this.type = type;
    this.sessions = sessions;
    this.draft = AdoptionDraft.of(sessions, type.kind(), request);
  }

  V adopt() {
    Problem problem = Problem.tried("adopt").on(resource());
    if (draft.session() != null) {
      draft.session().require(Capability.ADOPTING, "adopt", resource());
    }
    draft.violations().orThrow(problem);
    RegionSession session = Objects.requireNonNull(draft.session(), "no violations");
    Problem here = problem.in(session.name());
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Adoptable seen = draft.look(session.adopting());
      Optional<V> known = known(session, seen, here);
      if (known.isPresent()) {
        return known.get();
      }
      refuse(session, seen, here);
      Optional<V> adopted = adopt(session, record(session, seen), here);
      if (adopted.isPresent()) {
        return adopted.get();
      }
    }
    throw new ConflictException(
        here.because("the " + draft.what() + " changes all the time").hint("try again"));
  }

  /** Marks the claim under its name; empty when the claim changed meanwhile. */
  private Optional<V> adopt(RegionSession session, VolumeRecord record, Problem here) {
    AtomicBoolean changed = new AtomicBoolean();
    Stored answer;
    try {
      answer =
          new AccountNames(sessions)
              .store(
                  session,
                  record.spec(),
                  record.key(),
                  here,
                  () -> marked(session, record, changed, here),
                  loser -> forget(session, loser));
    } catch (ConflictException e) {
      if (!changed.get()) {
        throw e;
      }
      awaitWithdrawn(session, record, here);
      return Optional.empty();
    }
    if (!answer.created()) {
      throw taken(answer.record(), here);
    }
    return Optional.of(settled(session, record, here));
  }

  private Created<VolumeRecord> marked(
      RegionSession session, VolumeRecord record, AtomicBoolean changed, Problem here) {
    if (!draft.adopt(session.adopting(), record)) {
      changed.set(true);
      throw new ConflictException(
          here.because("the " + draft.what() + " has changed").hint("try again"));
    }
    return new Created<>(session.volumes().get(record.key()).orElse(record), true);
  }

  /** A claim that was made in vain goes, and until it is gone it has the name. */
  private static void awaitWithdrawn(RegionSession session, VolumeRecord mine, Problem here) {
    Awaiting.await(
        session.volumeHub(),
        mine.key(),
        WITHDRAWAL,
        here,
        session.volumes()::get,
        found ->
            found
                    .filter(r -> r.spec().id().equals(mine.spec().id()))
                    .filter(VolumeRecord::deleting)
                    .isEmpty()
                ? Optional.of(true)
                : Optional.empty(),
        event -> false,
        trouble ->
            new ConflictException(
                here.because("the claim that was made for it in vain is still there")
                    .hint("try again when it is gone")));
  }

  /** Takes the marks off again, unless they are another's by now. */
  private static void forget(RegionSession session, VolumeRecord loser) {
    Optional<VolumeRecord> current = Optional.of(loser);
    while (current.filter(r -> r.spec().id().equals(loser.spec().id())).isPresent()
        && !session.adopting().forget(current.get())) {
      current = session.volumes().get(loser.key());
    }
  }

  private String resource() {
    return type.kind().word() + "/" + Shown.plain(draft.request().name());
  }

  /** The claim is a volume of the account already: this one, or another. */
  private Optional<V> known(RegionSession session, Adoptable seen, Problem here) {
    VolumeRecord record = seen.record();
    if (record == null) {
      return Optional.empty();
    }
    Optional<VolumeView> view = VolumeView.of(session, record);
    if (view.isEmpty()) {
      return Optional.empty();
    }
    VolumeRecord now = view.get().record();
    if (!VolumeFinder.isNamed(now, type.kind(), draft.request().name())) {
      throw new ConflictException(
          here.because("the " + draft.what() + " is " + now.resource() + " already")
              .hint("use that one, or release it first"));
    }
    if (now.leaving()) {
      throw new ConflictException(
          here.because("it " + Fates.leaving(now)).hint("try again when it is gone"));
    }
    Stored holder =
        new AccountNames(sessions)
            .store(
                session, now.spec(), now.key(), here, () -> new Created<>(now, false), lost -> {});
    if (!holder.record().spec().id().equals(now.spec().id())) {
      throw taken(holder.record(), here);
    }
    return Optional.of(type.handle(sessions, session, view.get()));
  }

  /** Refuses all that is wrong at once. */
  private void refuse(RegionSession session, Adoptable seen, Problem here) {
    List<Violation> violations = new ArrayList<>(draft.standsAgainst(seen));
    Optional<VolumeRecord> taken = taken();
    if (taken.isPresent() && violations.isEmpty()) {
      throw taken(taken.get(), here);
    }
    taken.ifPresent(other -> violations.add(AdoptionDraft.taken("the name is taken")));
    if (violations.isEmpty()) {
      VolumeSpec spec = draft.spec(sessions.account(), sessions.owner(), seen);
      Optional<Quota.Excess> over = Quota.excess(session, spec.profile(), spec.sizeBytes());
      if (over.isPresent()) {
        throw over.get().refusal(here);
      }
      return;
    }
    throw Refusals.of(here, violations, List.of());
  }

  /** The volume that has the name, in whichever region. */
  private Optional<VolumeRecord> taken() {
    return sessions.all().stream()
        .flatMap(s -> VolumeFinder.record(s, type.kind(), draft.request().name()).stream())
        .findFirst();
  }

  private AlreadyExistsException taken(VolumeRecord other, Problem here) {
    return new AlreadyExistsException(
        here.because("the name is taken by another " + type.noun()).hint("choose another name"),
        other.spec().id().value(),
        List.of(
            new Difference(
                "claim",
                other.provisioned().details().getOrDefault("persistentVolumeClaim", other.key()),
                draft.claim())));
  }

  private VolumeRecord record(RegionSession session, Adoptable seen) {
    VolumeSpec spec = draft.spec(sessions.account(), sessions.owner(), seen);
    OperationRecord intent = Intents.begin(session, spec, OperationType.ADOPT);
    Instant now = intent.startedAt();
    return new VolumeRecord(
        draft.claim(),
        seen.version(),
        seen.createdAt(),
        false,
        spec,
        seen.provisioned(),
        null,
        null,
        List.of(intent),
        // It is billed from now on, and not since its claim was made.
        List.of(new SizeChange(now, Capacity.ofBytes(spec.sizeBytes()))),
        List.of(),
        Custody.OWN.adopted(now));
  }

  private V settled(RegionSession session, VolumeRecord mine, Problem here) {
    VolumeRecord settled =
        session
            .volumes()
            .get(mine.key())
            .filter(r -> r.spec().id().equals(mine.spec().id()))
            .flatMap(r -> AdoptionSteps.help(session, r))
            .filter(r -> r.spec().id().equals(mine.spec().id()))
            .orElseThrow(() -> lost(here));
    QuotaSettling.settle(sessions, session, settled, here);
    VolumeRecord now = VolumeSteps.help(session, settled).orElse(settled);
    return type.handle(sessions, session, VolumeView.unhelped(session, now));
  }

  /** Somebody else got the name at the same moment. */
  private RuntimeException lost(Problem here) {
    return taken()
        .<RuntimeException>map(other -> taken(other, here))
        .orElseGet(
            () ->
                new ConflictException(
                    here.because("others took the name at the same moment, or released it")
                        .hint("try again")));
  }
}
