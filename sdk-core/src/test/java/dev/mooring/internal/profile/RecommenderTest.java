package dev.mooring.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.cost.Rate;
import dev.mooring.cost.RateUnit;
import dev.mooring.error.NotFoundException;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Obstacle;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.ProfileOption;
import dev.mooring.profile.Recommendation;
import dev.mooring.profile.UseCase;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.VolumeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a recommendation")
class RecommenderTest {
  private static final Profile SHARED = Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx");
  private static final Profile LEGACY = Profile.of("legacy", VolumeKind.FILESYSTEM, "legacy-rwx");
  private static final Profile BLOCK = Profile.of("block", VolumeKind.DRIVE, "fast-rwo");

  private static ProfileOffer offer(
      Profile profile, Availability availability, @Nullable AccessMode mode, @Nullable Rate rate) {
    return new ProfileOffer(
        profile, "here", "test", availability, mode, rate, Features.unknown(), List.of());
  }

  private static ProfileOffer offer(Profile profile) {
    return offer(profile, Availability.available(), null, null);
  }

  private static Recommendation rank(UseCase use, ProfileOffer... offers) {
    return new Recommender(use, Currency.getInstance("USD")).rank("here", List.of(offers));
  }

  private static List<String> names(List<ProfileOption> options) {
    return options.stream().map(ProfileOption::name).toList();
  }

  private static Profile writing(String name, String speed) {
    return Profile.of(name, VolumeKind.FILESYSTEM, "shared-rwx")
        .withDeclared(
            Map.of(
                "expected", Map.of("perClient", Map.of("writeMBps", speed), "asOf", "2026-03-06")));
  }

  private static Rate rate(String price, RateUnit unit) {
    return Rate.perMonth(VolumeKind.FILESYSTEM, price, unit);
  }

  @Test
  @DisplayName("leaves out what is of another kind, has one writer, or cannot be had, and says why")
  void fits() {
    Recommendation found =
        rank(
            UseCase.CHECKPOINTS,
            offer(BLOCK),
            offer(SHARED, Availability.available(), AccessMode.READ_WRITE_ONCE, null),
            offer(
                LEGACY,
                Availability.unavailable(Obstacle.Cause.CLASS_MISSING, "the class is missing"),
                null,
                null));

    assertThat(found.options()).isEmpty();
    assertThat(names(found.unfit())).containsExactly("block", "shared", "legacy");
    assertThat(found.unfit().get(0).reasons())
        .containsExactly("it is of kind drive, and checkpoints of a training need fs or object");
    assertThat(found.unfit().get(1).reasons().get(0)).contains("one writer (ReadWriteOnce)");
    assertThat(found.unfit().get(2).reasons())
        .containsExactly("it cannot be had now: the class is missing");
    assertThatThrownBy(found::best)
        .isInstanceOf(NotFoundException.class)
        .hasMessageContainingAll("none fits", "block", "the class is missing");
    assertThat(found.bestIfAny()).isEmpty();
  }

  @Test
  @DisplayName("one writer is enough where one is wanted, and a drive comes before a filesystem")
  void kinds() {
    assertThat(names(rank(UseCase.CODE, offer(SHARED), offer(BLOCK)).options()))
        .containsExactly("block", "shared");
    assertThat(names(rank(UseCase.DATABASE, offer(SHARED), offer(BLOCK)).options()))
        .containsExactly("block");
    ProfileOffer readOnly =
        offer(SHARED, Availability.available(), AccessMode.READ_ONLY_MANY, null);
    assertThat(rank(UseCase.CODE, readOnly).options()).isEmpty();
  }

  @Test
  @DisplayName("follows the lanes of the use")
  void lanes() {
    Profile own = Profile.of("own", VolumeKind.FILESYSTEM, "house-lane");
    assertThat(names(rank(UseCase.DATASETS, offer(own), offer(LEGACY), offer(SHARED)).options()))
        .containsExactly("shared", "legacy", "own");
  }

  @Test
  @DisplayName("believes the administrator before the lanes")
  void bestFor() {
    Profile named = LEGACY.withBestFor(List.of("Training_Data", "other things"));
    Recommendation found = rank(UseCase.DATASETS, offer(SHARED), offer(named));
    assertThat(names(found.options())).containsExactly("legacy", "shared");
    assertThat(found.best().reasons().get(0)).contains("administrator", "datasets");
  }

  @Test
  @DisplayName("puts what is not known to be available behind what is")
  void unknown() {
    Profile named = SHARED.withBestFor(List.of("datasets"));
    ProfileOffer unsure =
        offer(
            named,
            Availability.unknown(Obstacle.Cause.NOT_READABLE, "no right to look"),
            null,
            null);
    Recommendation found = rank(UseCase.DATASETS, unsure, offer(LEGACY));
    assertThat(names(found.options())).containsExactly("legacy", "shared");
    assertThat(found.options().get(1).reasons().get(0)).contains("no right to look");
  }

  @Test
  @DisplayName(
      "compares declared figures as numbers, then prices of unlike units, then the default")
  void figures() {
    Recommendation speeds =
        rank(
            UseCase.CHECKPOINTS,
            offer(SHARED),
            offer(writing("slow", "90")),
            offer(writing("quick", "130")),
            offer(writing("odd", "very much")));
    assertThat(names(speeds.options())).containsExactly("quick", "slow", "shared", "odd");
    assertThat(speeds.best().reasons())
        .contains("writes 130 MB/s for each client, as declared on 2026-03-06");

    // 0.105 for a GiB is less than 0.10 for a GB.
    Recommendation prices =
        rank(
            UseCase.CHECKPOINTS,
            offer(SHARED.asDefault()),
            offer(
                writing("dear", "100"), Availability.available(), null, rate("0.10", RateUnit.GB)),
            offer(
                writing("cheap", "100"),
                Availability.available(),
                null,
                rate("0.105", RateUnit.GIB)));
    assertThat(names(prices.options())).containsExactly("cheap", "dear", "shared");

    Profile second = Profile.of("second", VolumeKind.FILESYSTEM, "shared-rwx").asDefault();
    assertThat(names(rank(UseCase.CHECKPOINTS, offer(SHARED), offer(second)).options()))
        .containsExactly("second", "shared");
  }

  @Test
  @DisplayName("is the same whatever the order of the configuration, as far as the rule decides")
  void deterministic() {
    List<ProfileOffer> offers =
        new ArrayList<>(
            List.of(
                offer(writing("a", "1")),
                offer(writing("b", "2")),
                offer(LEGACY),
                offer(SHARED.asDefault()),
                offer(writing("c", "3"))));
    List<String> expected =
        names(rank(UseCase.CHECKPOINTS, offers.toArray(ProfileOffer[]::new)).options());
    for (int i = 0; i < offers.size(); i++) {
      Collections.rotate(offers, 1);
      assertThat(names(rank(UseCase.CHECKPOINTS, offers.toArray(ProfileOffer[]::new)).options()))
          .isEqualTo(expected)
          .startsWith("c", "b", "a");
    }
  }

  @Test
  @DisplayName("knows its uses by their words and terms, each by one only")
  void words() {
    assertThat(UseCase.find("Many small_files")).contains(UseCase.SMALL_FILES);
    assertThat(UseCase.find("virtualenv")).contains(UseCase.CODE);
    assertThat(UseCase.find("nonsense")).isEmpty();
    for (UseCase use : UseCase.all()) {
      List<String> all = new ArrayList<>(use.terms());
      all.add(use.word());
      all.add(use.words());
      assertThat(all).allSatisfy(term -> assertThat(UseCase.find(term)).contains(use));
    }
  }
}
