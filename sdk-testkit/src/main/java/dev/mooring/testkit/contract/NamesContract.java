package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Violation;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.Capacity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which names, regions and profiles there are, and what is said of others. */
abstract class NamesContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  NamesContract(Kind<V, C> kind) {
    super(kind);
  }

  private InvalidRequestException refused(C request) {
    InvalidRequestException refused =
        catchThrowableOfType(InvalidRequestException.class, () -> volumes(storage).create(request));
    assertThat(refused).as("refusal of %s", request).isNotNull();
    return refused;
  }

  @Test
  void namesOfOneToSixtyThreeCharactersCanBeUsed() {
    for (String name : List.of("a", "0", "a-b-0", "x".repeat(63), "1" + "-".repeat(61) + "1")) {
      V drive = volumes(storage).create(small(name));
      assertThat(drive.name()).isEqualTo(name);
      assertThat(volumes(storage).named(name).id()).isEqualTo(drive.id());
    }
  }

  @Test
  void longNamesThatDifferAtTheEndOnlyAreTwoDrives() {
    String common = "a".repeat(62);
    V one = volumes(storage).create(small(common + "1"));
    V two = volumes(storage).create(small(common + "2"));
    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(volumes(storage).list()).hasSize(2);
  }

  @Test
  void otherNamesAreRefusedAndNothingIsStored() {
    List<String> names =
        List.of(
            "",
            " ",
            "A",
            "a_b",
            "a.b",
            "-a",
            "a-",
            "x".repeat(64),
            "ä",
            "а",
            "a/b",
            "../a",
            "a\n",
            "a\0b",
            "a b",
            "a\u202eb",
            ".",
            "..",
            "~",
            "*");
    for (String name : names) {
      assertThat(refused(small(name)).violations())
          .as("violations of the name '%s'", name)
          .extracting(Violation::field)
          .contains("name");
      assertThat(volumes(storage).find(name)).isEmpty();
    }
    assertThat(volumes(storage).list()).isEmpty();
  }

  @Test
  void allMistakesOfARequestAreToldAtOnce() {
    C request =
        kind.named("Bad_Name")
            .size(Capacity.ofBytes(1))
            .region("us-centrl")
            .mountPath("/etc/passwd")
            .label("no good!", "v");
    InvalidRequestException refused = refused(request);
    assertThat(refused.violations()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(String.join(" ", refused.violations().stream().map(Violation::field).toList()))
        .contains("name", "size", "region", "mountPath", "label");
    assertThat(refused.getMessage()).contains("Bad_Name");
  }

  @Test
  void aMistypedRegionIsAnsweredWithTheNearestOne() {
    Violation violation =
        refused(kind.named("a").size(gb(1)).region("us-centrl")).violations().get(0);
    assertThat(violation.field()).isEqualTo("region");
    assertThat(violation.suggested()).contains(REGION);
  }

  @Test
  void aMistypedProfileIsAnsweredWithTheNearestOne() {
    Violation violation = refused(small("a").profile(kind.kept() + "t")).violations().get(0);
    assertThat(violation.field()).isEqualTo("profile");
    assertThat(violation.suggested()).contains(kind.kept());
  }

  @Test
  void aSizeMustBeGivenAndHoldOneGigabyteAtLeast() {
    assertThat(refused(kind.named("a").region(REGION)).violations())
        .extracting(Violation::field)
        .containsExactly("size");
    assertThat(refused(small("a").size(Capacity.ofBytes(Capacity.GB - 1))).violations())
        .extracting(Violation::field)
        .containsExactly("size");
  }

  @Test
  void anAbsentNameIsNotFound() {
    assertThat(volumes(storage).find("absent")).isEqualTo(Optional.empty());
    NotFoundException absent =
        catchThrowableOfType(NotFoundException.class, () -> volumes(storage).named("absent"));
    assertThat(absent).hasMessageContaining(kind.ref("absent").toString());
  }

  @Test
  void aNameIsTheAccountsOwn() {
    String other = world.account + "b";
    try {
      V mine = volume("workspace");
      V theirs = volume(world.connect(other), "workspace");
      assertThat(mine.id()).isNotEqualTo(theirs.id());
      assertThat(mine.account()).isEqualTo(world.account);
      assertThat(theirs.account()).isEqualTo(other);
    } finally {
      world.clean(other);
    }
    world.assertEmpty(other);
  }
}
