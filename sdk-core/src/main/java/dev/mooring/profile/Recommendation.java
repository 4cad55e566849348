package dev.mooring.profile;

import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The profiles of a region, ranked for a use. The same configuration and the same cluster give the
 * same ranking.
 *
 * @param useCase the use
 * @param region the region
 * @param options the profiles that fit, the best first
 * @param unfit those that do not, or cannot be had now, with why; in the order of the configuration
 */
public record Recommendation(
    UseCase useCase, String region, List<ProfileOption> options, List<ProfileOption> unfit) {
  /** Copies. */
  public Recommendation {
    Objects.requireNonNull(useCase, "useCase");
    Objects.requireNonNull(region, "region");
    options = List.copyOf(options);
    unfit = List.copyOf(unfit);
  }

  /**
   * The best one.
   *
   * @throws NotFoundException when none fits, with why of each
   */
  public ProfileOption best() {
    return bestIfAny()
        .orElseThrow(
            () ->
                new NotFoundException(
                    Problem.tried("recommend a profile for")
                        .on(useCase.words())
                        .in(region)
                        .because(
                            unfit.isEmpty()
                                ? "the region has no profiles"
                                : "none fits: "
                                    + unfit.stream()
                                        .map(ProfileOption::toString)
                                        .collect(Collectors.joining("; ")))
                        .hint("choose another region, or ask the administrator for a profile")));
  }

  /** The best one; empty when none fits. */
  public Optional<ProfileOption> bestIfAny() {
    return options.stream().findFirst();
  }
}
