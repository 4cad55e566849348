package dev.mooring.testkit.hostile;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts that break what was not written with them in mind. */
public final class HostileText {
  private static final List<String> PIECES =
      List.of(
          "..",
          ".",
          "/",
          "\\",
          "~",
          "\u0000",
          "\n",
          "\r\n",
          "\t",
          "\u001b[2J",
          "\u0085",
          "\u2028",
          "\u202e",
          "\ud800",
          "\udc00",
          "\ud83d\ude00",
          "ä",
          "İ",
          "ß",
          "%2e%2e%2f",
          "%00",
          "$(id)",
          "`id`",
          ";id",
          "|id",
          "&&id",
          "' OR 1=1 --",
          "\"",
          "'",
          "*",
          "?",
          "[",
          "]",
          "{",
          "}",
          ":",
          "#",
          "&a",
          "*a",
          "!!java.lang.Object",
          "<<",
          "---",
          "...",
          "-",
          "--",
          "--help",
          "@/etc/passwd",
          "${jndi:ldap://x}",
          "{{x}}",
          "%s%n",
          "CON",
          "null",
          "true",
          "-1",
          "0",
          "1e999999999",
          "99999999999999999999",
          "NaN",
          "0x1",
          "1_000",
          "۳",
          "file:///etc/passwd",
          "env:HOME",
          " ");

  private static final List<String> ROOTS =
      List.of("/etc/passwd", "../../../../etc/passwd", "/proc/self/environ", "/dev/zero", "C:\\x");

  private HostileText() {}

  /** Anything at all, mostly short, at times of 70,000 characters. */
  public static Arbitrary<String> any() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(6).map(list -> String.join("", list));
    Arbitrary<String> repeated =
        Combinators.combine(Arbitraries.of(PIECES), Arbitraries.of(2, 63, 64, 254, 4097, 35_000))
            .as((piece, times) -> piece.repeat(times));
    Arbitrary<String> mixed =
        Combinators.combine(names(), Arbitraries.of(PIECES), names())
            .as((before, piece, after) -> before + piece + after);
    return Arbitraries.frequencyOf(
        List.of(
            Tuple.of(6, pieces),
            Tuple.of(6, mixed),
            Tuple.of(4, Arbitraries.strings().ofMaxLength(80)),
            Tuple.of(3, Arbitraries.of(ROOTS)),
            Tuple.of(1, repeated)));
  }

  /** Names that may be taken, so that what comes after the check is reached as well. */
  public static Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('a', 'z').withChars("0-").ofMaxLength(66);
  }

  /** Paths of such texts, some of which may be taken. */
  public static Arbitrary<String> paths() {
    Arbitrary<String> segment = Arbitraries.oneOf(any(), names(), Arbitraries.of("..", ".", ""));
    Arbitrary<String> absolute =
        segment.list().ofMaxSize(6).map(segments -> "/" + String.join("/", segments));
    return Arbitraries.oneOf(absolute, any());
  }

  /**
   * Documents that were good: with pieces added, taken away, doubled and moved.
   *
   * @param good good documents
   */
  public static Arbitrary<String> documents(List<String> good) {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, 1 << 20);
    Arbitrary<String> one =
        Combinators.combine(Arbitraries.of(good), place, place, any(), Arbitraries.of(0, 1, 2, 3))
            .as(HostileText::changed);
    return one.list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(list -> list.size() == 1 ? list.get(0) : changed(list.get(0), 7, 99, list.get(1), 1));
  }

  private static String changed(String text, int from, int to, String piece, int how) {
    int first = text.isEmpty() ? 0 : Math.min(from, to) % text.length();
    int last = text.isEmpty() ? 0 : Math.max(first, Math.max(from, to) % text.length());
    String begin = text.substring(0, first);
    String middle = text.substring(first, last);
    String end = text.substring(last);
    return switch (how) {
      case 0 -> begin + piece + middle + end;
      case 1 -> begin + end;
      case 2 -> begin + middle + middle + end;
      default -> begin + piece + end;
    };
  }
}
