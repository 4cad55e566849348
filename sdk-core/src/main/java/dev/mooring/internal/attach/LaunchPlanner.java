package dev.mooring.internal.attach;

import dev.mooring.attachment.Launch;
import dev.mooring.error.Problem;
import dev.mooring.internal.operation.FixedPlan;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Plan;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plans launches. The plan draws the operation's id, so that applying it twice is one launch. */
final class LaunchPlanner {
  private final Sessions sessions;
  private final Mountables volumes;

  LaunchPlanner(Sessions sessions, Mountables volumes) {
    this.sessions = sessions;
    this.volumes = volumes;
  }

  Plan<Launch> plan(DefaultLaunchRequest request) {
    LaunchDraft draft = new LaunchLook(sessions, volumes, request).look();
    Problem problem = problem(draft);
    RegionSession session = draft.session();
    return new FixedPlan<>(
        draft.changes(),
        draft.warnings(),
        draft.violations(),
        draft.cost(),
        problem,
        applying(request, draft, session, problem));
  }

  private Supplier<Launch> applying(
      DefaultLaunchRequest request,
      LaunchDraft draft,
      @Nullable RegionSession session,
      Problem problem) {
    if (session == null || !draft.violations().isEmpty()) {
      return () -> {
        throw Refusals.of(problem, draft.violations(), draft.holders());
      };
    }
    OperationId id =
        OperationId.random(
            session.name(),
            draft.target().kind().word(),
            draft.target().name(),
            OperationType.ATTACH);
    return () -> new LaunchApplier(sessions, volumes, session, id, problem).apply(request, draft);
  }

  static Problem problem(LaunchDraft draft) {
    Problem problem = Problem.tried("attach volumes to").on(draft.target().toString());
    RegionSession session = draft.session();
    return session == null ? problem : problem.in(session.name());
  }
}
