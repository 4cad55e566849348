package dev.mooring.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.Violation;
import dev.mooring.internal.validate.MountPaths.Entry;
import dev.mooring.volume.MountPath;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountPathsTest {
  private static final List<String> SYSTEM =
      List.of("proc", "sys", "dev", "etc", "bin", "sbin", "lib", "lib64", "usr", "boot", "run");

  @Property(tries = 5000)
  void agrees_with_the_normalisation_of_the_platform(@ForAll("paths") String path) {
    assertThat(check(path).isEmpty()).as(Shown.of(path)).isEqualTo(reference(path));
  }

  /** The rules again, told by java.nio instead of by splitting. */
  private static boolean reference(String text) {
    Path path;
    try {
      path = Path.of(text);
    } catch (InvalidPathException e) {
      return false;
    }
    return path.isAbsolute()
        && path.getNameCount() > 0
        && text.length() <= 4096
        && path.normalize().toString().equals(text)
        && !SYSTEM.contains(path.getName(0).toString())
        && StreamSupport.stream(path.spliterator(), false)
            .map(Path::toString)
            .allMatch(s -> s.length() <= 255 && s.matches("[\\w.-]+"));
  }

  @Property(tries = 5000)
  void every_suggestion_is_itself_valid(@ForAll("paths") String path) {
    check(path).forEach(v -> v.suggested().ifPresent(s -> assertThat(check(s)).isEmpty()));
  }

  @Property(tries = 5000)
  void two_paths_overlap_when_one_begins_with_the_other(
      @ForAll("good") String first, @ForAll("good") String second) {
    Violations violations = new Violations();
    MountPaths.overlaps(
        violations,
        List.of(
            new Entry("mounts[0].path", new MountPath(first), "drive/a"),
            new Entry("mounts[1].path", new MountPath(second), "drive/b")));
    boolean reference =
        Path.of(first).startsWith(Path.of(second)) || Path.of(second).startsWith(Path.of(first));
    assertThat(violations.isEmpty()).as(first + " " + second).isNotEqualTo(reference);
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> segments =
        Arbitraries.of("", ".", "..", "...", "a", "etc", "etcd", "a b", "é", "x".repeat(256));
    return Arbitraries.oneOf(
        segments.list().ofMaxSize(6).map(list -> "/" + String.join("/", list)),
        segments.list().ofMaxSize(20).map(list -> String.join("/", list)),
        good(),
        Arbitraries.strings().ofMaxLength(50),
        Arbitraries.strings().withChars("a/").ofMinLength(4090).ofMaxLength(4100).map(s -> "/" + s),
        Arbitraries.strings().withChars("/.a\0\n").ofMaxLength(8));
  }

  @Provide
  Arbitrary<String> good() {
    return Arbitraries.of("a", "b", "ab", "a.b", "-", "...")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(list -> "/" + String.join("/", list));
  }

  @ParameterizedTest
  @CsvSource({
    "workspace,      /workspace,   must be absolute",
    "/a//b/,         /a/b,         must be normalised",
    "/a/../../b,     /b,           must be normalised",
    "/etc/passwd,    /mnt/etc/passwd, /etc and everything below it",
    "/run,           /mnt/run,     is reserved",
    "/my data,       /my-data,     may hold only segments",
  })
  void a_refusal_tells_the_rule_and_a_path_that_would_do(
      String path, String suggestion, String rule) {
    assertThat(check(path))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.message()).contains(rule);
              assertThat(v.suggested()).contains(suggestion);
            });
  }

  @Test
  @DisplayName("an overlap names both mounts")
  void names() {
    Violations violations = new Violations();
    MountPaths.overlaps(
        violations,
        List.of(
            new Entry("mounts[0].path", new MountPath("/data"), "drive/a"),
            new Entry("mounts[1].path", new MountPath("/data/x"), "fs/b"),
            new Entry("mounts[2].path", new MountPath("/data"), "fs/c")));
    assertThat(violations.list())
        .extracting(Violation::toString)
        .containsExactly(
            "mounts[1].path: /data/x (fs/b) lies below /data (drive/a)",
            "mounts[2].path: /data (fs/c) is also /data (drive/a)",
            "mounts[2].path: /data (fs/c) contains /data/x (fs/b)");
  }

  private static List<Violation> check(String path) {
    Violations violations = new Violations();
    MountPath checked = MountPaths.check(violations, "path", path);
    assertThat(checked == null).isNotEqualTo(violations.isEmpty());
    return violations.list();
  }
}
