package dev.mooring.internal.sized;

import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Difference;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.Violation;
import dev.mooring.internal.name.AccountNames;
import dev.mooring.internal.name.Stored;
import dev.mooring.internal.profile.Creators;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.snapshot.Sources;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Quota;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates volumes of one kind: checked first, then create-if-absent with the intent in the record.
 */
final class VolumeCreator<V extends SizedVolume<V>> {
  private static final Logger LOG = LoggerFactory.getLogger(VolumeCreator.class);
  private static final int MOST_TRIES = 5;

  private final SizedKind<V> type;
  private final Sessions sessions;
  private final AccountNames names;
  private final @Nullable StaticVolumeSpec data;

  VolumeCreator(SizedKind<V> type, Sessions sessions) {
    this(type, sessions, null);
  }

  /** Registers data that is there already, in place of making any. */
  VolumeCreator(SizedKind<V> type, Sessions sessions, @Nullable StaticVolumeSpec data) {
    this.type = type;
    this.sessions = sessions;
    this.names = new AccountNames(sessions);
    this.data = data;
  }

  V create(CreateSizedVolume<?> request) {
    VolumeDraft draft = VolumeDraft.of(sessions, request);
    Problem problem =
        data == null ? problem(request) : Problem.tried("adopt").on(resource(request));
    if (data != null && draft.session() != null) {
      draft.session().require(Capability.ADOPTING, "adopt", resource(request));
    }
    draft.violations().orThrow(problem);
    RegionSession session = draft.session();
    Profile profile = draft.profile();
    if (session == null || profile == null) {
      throw new IllegalStateException("a draft without violations has region and profile");
    }
    session.require(Capability.of(type.kind()), "create", resource(request));
    Problem here = problem.in(session.name());
    String key = draft.key(sessions.account());
    Optional<V> named = named(draft, here);
    if (named.isPresent()) {
      return named.get();
    }
    VolumeSpec spec = draft.spec(sessions.account(), sessions.owner());
    Feasibility feasibility =
        data == null
            ? session.provisioning().check(profile, spec)
            : Registration.check(session, profile, spec, data);
    Optional<StorageException> refusal = refusal(session, profile, spec, feasibility, here);
    if (refusal.isPresent()) {
      VolumeRecord existing =
          VolumeFinder.record(session, type.kind(), spec.name()).orElseThrow(refusal::get);
      return existing(session, existing, draft, here).orElseThrow(refusal::get);
    }
    return store(session, key, feasibility.spec(), draft, here);
  }

  private V store(
      RegionSession session, String key, VolumeSpec spec, VolumeDraft draft, Problem here) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      OperationRecord intent =
          Intents.begin(session, spec, OperationType.CREATE).with(session.now(), "PENDING", "");
      VolumeRecord wanted = VolumeRecord.draft(key, spec, intent);
      Stored answer =
          names.store(
              session,
              spec,
              key,
              here,
              () ->
                  data == null
                      ? session.volumes().create(wanted)
                      : Registration.store(session, wanted, data),
              loser -> QuotaSettling.withdraw(sessions, session, loser));
      if (answer.created()) {
        requireSource(session, answer.record(), here);
        QuotaSettling.settle(sessions, session, answer.record(), here);
        goOn(session, answer.record());
        return type.handle(sessions, session, VolumeView.free(answer.record()));
      }
      Optional<V> existing = existing(answer.session(), answer.record(), draft, here);
      if (existing.isPresent()) {
        return existing.get();
      }
    }
    throw new ConflictException(
        here.because(type.nouns() + " of this name are created and deleted all the time")
            .hint("try again"));
  }

  /** A source that goes away meanwhile takes with it what was to be made from it. */
  private void requireSource(RegionSession session, VolumeRecord record, Problem here) {
    Optional<SourceSpec> source = record.spec().madeFrom();
    if (source.isPresent() && !Sources.stays(session, source.get())) {
      new VolumeDeletion(sessions, session).delete(record, VolumeDeletion.Mode.PURGE);
      throw new ConflictException(
          here.because(source.get().asked() + " was deleted meanwhile")
              .hint("nothing was made; choose another source"));
    }
  }

  /** Goes on with the steps while nobody waits; whoever looks would do the same. */
  private void goOn(RegionSession session, VolumeRecord record) {
    sessions
        .background()
        .execute(
            () -> {
              try {
                VolumeSteps.help(session, record);
              } catch (StorageException | IllegalStateException e) {
                LOG.debug(
                    "creation of {} goes on with its next reader: {}", record.key(), e.toString());
              }
            });
  }

  /** The volume that has the name, in whichever region, if it is the one asked for. */
  Optional<V> alreadyThere(RegionSession session, String key, VolumeDraft draft, Problem here) {
    return elsewhere(session, key, draft, here)
        .or(
            () ->
                VolumeFinder.record(session, type.kind(), draft.request().name())
                    .flatMap(found -> existing(session, found, draft, here)));
  }

  /** The volume for which the name is reserved, if it is the one asked for. */
  private Optional<V> named(VolumeDraft draft, Problem here) {
    return names
        .find(type.kind(), draft.request().name(), here)
        .flatMap(holder -> existing(holder.session(), holder.record(), draft, here));
  }

  private Optional<V> elsewhere(
      RegionSession session, String key, VolumeDraft draft, Problem here) {
    for (RegionSession other : sessions.all()) {
      if (other != session) {
        Optional<VolumeRecord> found =
            other.can(Capability.ADOPTING)
                ? VolumeFinder.record(other, type.kind(), draft.request().name())
                : other.volumes().get(key);
        if (found.isPresent()) {
          return existing(other, found.get(), draft, here);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<StorageException> refusal(
      RegionSession session,
      Profile profile,
      VolumeSpec spec,
      Feasibility feasibility,
      Problem here) {
    Optional<Violation> role = Creators.against(profile, sessions.role());
    if (role.isPresent()) {
      List<Violation> all = new ArrayList<>(feasibility.violations());
      all.add(role.get());
      return Optional.of(
          all.size() > 1 ? Refusals.of(here, all, List.of()) : denied(profile, role.get(), here));
    }
    if (!feasibility.violations().isEmpty()) {
      return Optional.of(Refusals.of(here, feasibility.violations(), List.of()));
    }
    return Quota.excess(session, spec.profile(), spec.sizeBytes()).map(over -> over.refusal(here));
  }

  /** Refuses somebody whose role may not create from a profile. */
  static AccessDeniedException denied(Profile profile, Violation role, Problem here) {
    return new AccessDeniedException(here.because(role.message()).hint(Creators.ask(profile)));
  }

  /** The volume that has the name, if it is the one asked for; empty when it has just gone. */
  private Optional<V> existing(
      RegionSession session, VolumeRecord found, VolumeDraft draft, Problem here) {
    Optional<VolumeView> seen = VolumeView.of(session, found);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    VolumeRecord record = seen.get().record();
    if (!VolumeFinder.isNamed(record, type.kind(), draft.request().name())) {
      throw new ConflictException(
          here.because(
                  "what would hold it, " + record.key() + ", is adopted as " + record.resource())
              .hint("choose another name, or release that one"));
    }
    if (record.trash() != null) {
      throw new AlreadyExistsException(
          here.because("a " + type.noun() + " of this name is in the trash")
              .hint("restore it, or purge it to free the name"),
          record.spec().id().value(),
          List.of(new Difference("status", "DELETED", "AVAILABLE")));
    }
    if (record.deleting() || record.running(OperationType.DELETE).isPresent()) {
      throw new ConflictException(
          here.because("a " + type.noun() + " of this name is being deleted")
              .hint("try again when it is gone"));
    }
    List<Difference> differences = differences(record, draft);
    if (!differences.isEmpty()) {
      throw new AlreadyExistsException(
          here.because("the name is taken by another " + type.noun() + ": " + differences)
              .hint("choose another name, or ask for the same"),
          record.spec().id().value(),
          differences);
    }
    return Optional.of(type.handle(sessions, session, seen.get()));
  }

  private List<Difference> differences(VolumeRecord record, VolumeDraft draft) {
    CreateSizedVolume<?> request = draft.request();
    List<Difference> differences = new ArrayList<>();
    VolumeSpec spec = record.spec();
    boolean adopted = record.custody().adoption().isPresent();
    if (adopted != (data != null)) {
      differences.add(
          new Difference("adopted", String.valueOf(adopted), String.valueOf(data != null)));
    }
    if (!spec.madeFrom().map(SourceSpec::id).equals(draft.madeFrom().map(SourceSpec::id))) {
      differences.add(new Difference("from", words(spec.madeFrom()), words(draft.madeFrom())));
    }
    String region = request.region();
    if (region != null && !region.equals(spec.region())) {
      differences.add(new Difference("region", spec.region(), region));
    }
    String profile = request.profile();
    if (profile != null && !profile.equals(spec.profile())) {
      differences.add(new Difference("profile", spec.profile(), profile));
    }
    Capacity size = request.size();
    if (size != null && size.bytes() != spec.sizeBytes()) {
      differences.add(
          new Difference("size", Capacity.ofBytes(spec.sizeBytes()).toString(), size.toString()));
    }
    return differences;
  }

  private static String words(Optional<SourceSpec> source) {
    return source.map(s -> s.asked().toString()).orElse("nothing");
  }

  static Problem problem(CreateSizedVolume<?> request) {
    return Problem.tried("create").on(resource(request));
  }

  /** Kind and name, for messages. */
  static String resource(CreateSizedVolume<?> request) {
    return request.kind().word() + "/" + Shown.plain(request.name());
  }
}
