package dev.mooring.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.volume.Capacity;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SmallChecksTest {
  private static List<String> found(Consumer<Violations> check) {
    Violations violations = new Violations();
    check.accept(violations);
    return violations.list().stream().map(Violation::toString).toList();
  }

  @Nested
  @DisplayName("A size")
  class Size {
    private List<String> check(@Nullable Capacity size, Capacity min, @Nullable Capacity max) {
      return found(v -> Sizes.check(v, "size", size, min, max));
    }

    @Test
    @DisplayName("must be given, with both units told")
    void missing() {
      assertThat(check(null, Capacity.gb(1), null))
          .singleElement()
          .asString()
          .contains("size: is missing")
          .contains("GB = 10^9 or GiB = 2^30");
    }

    @Test
    @DisplayName("is at least 1 GB, whatever the profile says")
    void smallest() {
      assertThat(check(Capacity.gb(1), Capacity.ofBytes(1), null)).isEmpty();
      assertThat(check(Capacity.ofBytes(999_999_999), Capacity.ofBytes(1), null))
          .containsExactly("size: 999999999B is too small: at least 1GB is needed (try 1GB)");
    }

    @Test
    @DisplayName("is within the profile's limits, both included")
    void profile() {
      Capacity min = Capacity.gb(10);
      Capacity max = Capacity.tib(16);
      assertThat(check(min, min, max)).isEmpty();
      assertThat(check(max, min, max)).isEmpty();
      assertThat(check(Capacity.gb(9), min, max)).singleElement().asString().contains("10GB");
      assertThat(check(Capacity.tib(17), min, max)).singleElement().asString().contains("16TiB");
    }

    @Test
    @DisplayName("is at most 1 EiB, so that no backend's rounding overflows")
    void largest() {
      assertThat(check(Capacity.tib(1 << 20), Capacity.gb(1), null)).isEmpty();
      assertThat(check(Capacity.ofBytes(Long.MAX_VALUE), Capacity.gb(1), null)).hasSize(1);
    }
  }

  @Nested
  @DisplayName("A region")
  class RegionName {
    @Test
    @DisplayName("that is configured is fine")
    void known() {
      assertThat(found(v -> RegionsCheck.check(v, "region", "eu", List.of("eu", "us")))).isEmpty();
    }

    @Test
    @DisplayName("that is not is refused with the nearest and all")
    void unknown() {
      assertThat(
              found(v -> RegionsCheck.check(v, "region", "us-centrl", List.of("eu", "us-central"))))
          .containsExactly(
              "region: there is no region 'us-centrl'; regions are eu, us-central"
                  + " (try us-central)");
    }
  }

  @Nested
  @DisplayName("A description")
  class Description {
    private List<String> check(@Nullable String words) {
      return found(v -> Descriptions.check(v, "description", words));
    }

    @Test
    @DisplayName("may be missing, empty, or hold any script and emoji")
    void good() {
      assertThat(check(null)).isEmpty();
      assertThat(check("")).isEmpty();
      assertThat(check("Größe 数据 👩‍💻")).isEmpty();
    }

    @Test
    @DisplayName("has at most 500 characters, as people count them")
    void length() {
      assertThat(check("😀".repeat(500))).isEmpty();
      assertThat(check("😀".repeat(501)))
          .containsExactly("description: has 501 characters, but at most 500 are allowed");
    }

    @Test
    @DisplayName("holds no control characters, line ends or turned text")
    void control() {
      for (String bad :
          List.of("a\nb", "\u001b[31m", "\0", "\u2028", "\u202etxt", "\ud800", "\u0085")) {
        assertThat(check(bad)).as(Shown.of(bad)).singleElement().asString().contains("U+");
      }
    }
  }

  @Test
  @DisplayName("the number of drives may reach its limit, and a refusal tells both")
  void drives() {
    assertThat(found(v -> DriveCount.check(v, "mounts", 8, 8))).isEmpty();
    assertThat(found(v -> DriveCount.check(v, "mounts", 9, 8)))
        .containsExactly("mounts: there would be 9 drives, but a target may have at most 8");
  }

  @Test
  @DisplayName("a collector throws everything at once, and nothing when there is nothing")
  void collector() {
    Violations violations = new Violations();
    violations.orThrow(Problem.tried("create"));
    violations.add("a", "is wrong");
    violations.add("b", "is wrong too", "c");
    assertThatThrownBy(() -> violations.orThrow(Problem.tried("create").on("drive/x")))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.violations()).hasSize(2))
        .hasMessage("Could not create drive/x: a: is wrong; b: is wrong too (try c).");
  }

  @Property(tries = 2000)
  void what_is_shown_is_printable_and_short(@ForAll String text) {
    assertThat(Shown.of(text)).matches("'[\\x20-\\x7e]{0,80}('|…' \\([0-9]+ characters\\))");
  }

  @Property
  void a_size_is_accepted_exactly_between_its_limits(
      @ForAll @LongRange(min = 0, max = 40_000_000_000L) long bytes) {
    boolean inside = bytes >= 10_000_000_000L && bytes <= 20_000_000_000L;
    assertThat(
            found(
                    v ->
                        Sizes.check(
                            v, "size", Capacity.ofBytes(bytes), Capacity.gb(10), Capacity.gb(20)))
                .isEmpty())
        .isEqualTo(inside);
  }
}
