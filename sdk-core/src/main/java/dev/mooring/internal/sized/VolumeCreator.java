package dev.mooring.internal.sized;

import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Difference;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.snapshot.Sources;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Quota;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Created;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  VolumeCreator(SizedKind<V> type, Sessions sessions) {
    this.type = type;
    this.sessions = sessions;
  }

  V create(CreateSizedVolume<?> request) {
    VolumeDraft draft = VolumeDraft.of(sessions, request);
    Problem problem = problem(request);
    draft.violations().orThrow(problem);
    RegionSession session = draft.session();
    Profile profile = draft.profile();
    if (session == null || profile == null) {
      throw new IllegalStateException("a draft without violations has region and profile");
    }
    session.require(Capability.of(type.kind()), "create", resource(request));
    Problem here = problem.in(session.name());
    String key = draft.key(sessions.account());
    Optional<V> elsewhere = elsewhere(session, key, draft, here);
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    VolumeSpec spec = draft.spec(sessions.account(), sessions.owner());
    Feasibility feasibility = session.provisioning().check(profile, spec);
    Optional<StorageException> refusal = refusal(session, spec, feasibility, here);
    if (refusal.isPresent()) {
      VolumeRecord existing = session.volumes().get(key).orElseThrow(refusal::get);
      return existing(session, existing, draft, here).orElseThrow(refusal::get);
    }
    return store(session, key, feasibility.spec(), draft, here);
  }

  private V store(
      RegionSession session, String key, VolumeSpec spec, VolumeDraft draft, Problem here) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      OperationRecord intent =
          Intents.begin(session, spec, OperationType.CREATE).with(session.now(), "PENDING", "");
      Created<VolumeRecord> answer =
          session.volumes().create(VolumeRecord.draft(key, spec, intent));
      if (answer.created()) {
        requireSource(session, answer.record(), here);
        QuotaSettling.settle(sessions, session, answer.record(), here);
        goOn(session, answer.record());
        return type.handle(sessions, session, VolumeView.free(answer.record()));
      }
      Optional<V> existing = existing(session, answer.record(), draft, here);
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
                session.volumes().get(key).flatMap(found -> existing(session, found, draft, here)));
  }

  private Optional<V> elsewhere(
      RegionSession session, String key, VolumeDraft draft, Problem here) {
    for (RegionSession other : sessions.all()) {
      if (other != session) {
        Optional<VolumeRecord> found = other.volumes().get(key);
        if (found.isPresent()) {
          return existing(other, found.get(), draft, here);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<StorageException> refusal(
      RegionSession session, VolumeSpec spec, Feasibility feasibility, Problem here) {
    if (!feasibility.violations().isEmpty()) {
      return Optional.of(Refusals.of(here, feasibility.violations(), List.of()));
    }
    return Quota.excess(session, spec.profile(), spec.sizeBytes()).map(over -> over.refusal(here));
  }

  /** The volume that has the name, if it is the one asked for; empty when it has just gone. */
  private Optional<V> existing(
      RegionSession session, VolumeRecord found, VolumeDraft draft, Problem here) {
    Optional<VolumeView> seen = VolumeView.of(session, found);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    VolumeRecord record = seen.get().record();
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

  private static List<Difference> differences(VolumeRecord record, VolumeDraft draft) {
    CreateSizedVolume<?> request = draft.request();
    List<Difference> differences = new ArrayList<>();
    VolumeSpec spec = record.spec();
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
