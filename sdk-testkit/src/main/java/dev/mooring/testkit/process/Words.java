package dev.mooring.testkit.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines of words, for two processes that talk through a pipe. Every word survives, whatever is in
 * it: what is not printable ASCII is written as Java writes it, by its UTF-16 unit.
 */
final class Words {
  private Words() {}

  /** A line without its end. */
  static String line(List<String> words) {
    return words.stream().map(Words::escaped).collect(Collectors.joining("\t"));
  }

  /** The words of a line. */
  static List<String> of(String line) {
    return Stream.of(line.split("\t", -1)).map(Words::plain).toList();
  }

  private static String escaped(String word) {
    StringBuilder line = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      if (unit >= ' ' && unit < 0x7f && unit != '\\') {
        line.append(unit);
      } else {
        line.append(String.format("\\%04x", (int) unit));
      }
    }
    return line.toString();
  }

  private static String plain(String escaped) {
    StringBuilder word = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '\\') {
        word.append((char) Integer.parseInt(escaped.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        word.append(escaped.charAt(i));
      }
    }
    return word.toString();
  }
}
