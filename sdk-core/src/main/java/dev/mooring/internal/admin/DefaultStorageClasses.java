package dev.mooring.internal.admin;

import dev.mooring.admin.ClassManifest;
import dev.mooring.admin.ClassReport;
import dev.mooring.admin.StorageClassDraft;
import dev.mooring.admin.StorageClassSpec;
import dev.mooring.admin.StorageClasses;
import dev.mooring.cost.PriceBook;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.internal.cost.Estimates;
import dev.mooring.internal.operation.FixedPlan;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.internal.validate.Shown;
import dev.mooring.operation.Plan;
import dev.mooring.spi.ClassAdministration;
import dev.mooring.spi.ClassReview;
import java.util.List;

/** The storage classes of one region. */
final class DefaultStorageClasses implements StorageClasses {
  private final PriceBook prices;
  private final RegionSession session;

  DefaultStorageClasses(PriceBook prices, RegionSession session) {
    this.prices = prices;
    this.session = session;
  }

  private ClassAdministration backend() {
    return session.classes();
  }

  @Override
  public ClassManifest render(StorageClassDraft<?> draft) {
    return backend().render(draft.spec());
  }

  @Override
  public Plan<ClassReport> plan(StorageClassDraft<?> draft) {
    StorageClassSpec spec = draft.spec();
    ClassReview review = backend().review(spec);
    Problem problem =
        Problem.tried("apply").on("storage class " + Shown.plain(spec.name())).in(session.name());
    return new FixedPlan<>(
        review.changes(),
        review.warnings(),
        review.violations(),
        Estimates.ofPlan(prices, List.of(), session.now()),
        problem,
        () -> apply(spec, problem, review.violations()));
  }

  private ClassReport apply(StorageClassSpec spec, Problem problem, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Refusals.of(problem, violations, List.of());
    }
    backend().apply(spec);
    return backend().validate(spec.name());
  }

  @Override
  public ClassReport validate(String name) {
    return backend().validate(name);
  }
}
