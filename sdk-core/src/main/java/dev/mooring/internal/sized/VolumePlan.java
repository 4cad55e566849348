package dev.mooring.internal.sized;

import dev.mooring.cost.Cost;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.Violation;
import dev.mooring.internal.cost.Estimates;
import dev.mooring.internal.operation.FixedPlan;
import dev.mooring.internal.profile.Creators;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Quota;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Warning;
import dev.mooring.profile.Profile;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Capacity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plans the creation of a volume. */
final class VolumePlan {
  private VolumePlan() {}

  static <V extends SizedVolume<V>> Plan<V> of(
      Sessions sessions, SizedKind<V> type, CreateSizedVolume<?> request) {
    VolumeCreator<V> creator = new VolumeCreator<>(type, sessions);
    VolumeDraft draft = VolumeDraft.of(sessions, request);
    Problem problem = VolumeCreator.problem(request);
    RegionSession session = draft.session();
    Profile profile = draft.profile();
    Capacity size = draft.size();
    Violations violations = draft.violations();
    List<Change> changes = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    List<Estimates.Priced> priced = new ArrayList<>();
    List<StorageException> refusals = new ArrayList<>();
    if (session != null && profile != null && size != null) {
      priced.add(
          new Estimates.Priced(
              request.kind(), request.name(), size, profile.name(), session.name(), "capacity"));
      if (violations.isEmpty()) {
        look(sessions, creator, draft, session, profile, violations, changes, warnings, refusals);
      }
    }
    Cost cost =
        Estimates.ofPlan(
            sessions.configuration().prices(),
            priced,
            session == null ? Instant.now() : session.now());
    List<Violation> all = violations.list();
    return new FixedPlan<>(
        changes,
        warnings,
        all,
        cost,
        problem,
        () -> {
          if (!all.isEmpty()) {
            throw all.size() == refusals.size()
                ? refusals.get(0)
                : Refusals.of(problem, all, List.of());
          }
          return creator.create(request);
        });
  }

  private static void look(
      Sessions sessions,
      VolumeCreator<?> creator,
      VolumeDraft draft,
      RegionSession session,
      Profile profile,
      Violations violations,
      List<Change> changes,
      List<Warning> warnings,
      List<StorageException> refusals) {
    Problem problem = VolumeCreator.problem(draft.request()).in(session.name());
    String resource = VolumeCreator.resource(draft.request());
    try {
      if (creator
          .alreadyThere(session, draft.key(sessions.account()), draft, problem)
          .isPresent()) {
        changes.add(new Change("none", resource, "it exists as asked"));
        return;
      }
    } catch (AlreadyExistsException | ConflictException e) {
      refusals.add(e);
      violations.add(new Violation("name", e.problem().reason(), null, e.code()));
      return;
    }
    session.require(Capability.of(draft.request().kind()), "plan", resource);
    Feasibility feasibility =
        session.provisioning().check(profile, draft.spec(sessions.account(), sessions.owner()));
    violations.addAll(feasibility.violations());
    Creators.against(profile, sessions.role())
        .ifPresent(
            role -> {
              refusals.add(VolumeCreator.denied(profile, role, problem));
              violations.addAll(List.of(role));
            });
    warnings.addAll(feasibility.warnings());
    VolumeSpec spec = draft.spec(sessions.account(), sessions.owner());
    Quota.planned(session, profile.name(), spec.sizeBytes(), 1)
        .ifPresent(
            over -> {
              refusals.add(over.refusal(problem));
              violations.add(Violation.of("size", over.toString()).as(ErrorCode.QUOTA_EXCEEDED));
            });
    changes.add(
        new Change(
            "create",
            resource,
            draft.size()
                + " from profile "
                + profile.name()
                + " in "
                + session.name()
                + nodes(profile)
                + draft.madeFrom().map(s -> ", a copy of " + s.asked()).orElse("")));
  }

  private static String nodes(Profile profile) {
    return profile.nodeSelector().isEmpty()
        ? ""
        : ", for nodes with "
            + new TreeMap<>(profile.nodeSelector())
                .entrySet().stream()
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.joining(", "));
  }
}
