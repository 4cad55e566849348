package dev.mooring.internal.verify;

import dev.mooring.snapshot.VerifyReport.Difference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Paths with what is there. A path is bytes, which need be no text: each is kept as a character of
 * ISO 8859-1, so that none is lost and the order is that of the bytes.
 */
final class Manifest {
  private final TreeMap<String, Entry> entries = new TreeMap<>();

  /** Adds a line: kind, size, hash and path, with one space between each. */
  void add(String line) {
    String[] parts = line.split(" ", 4);
    if (parts.length != 4 || parts[0].length() != 1) {
      throw new IllegalArgumentException("no line of a manifest: " + shown(line));
    }
    entries.put(parts[3], new Entry(parts[0].charAt(0), Long.parseLong(parts[1]), parts[2]));
  }

  long files() {
    return entries.values().stream().filter(e -> e.kind() == 'f').count();
  }

  long bytes() {
    return entries.values().stream().mapToLong(Entry::size).sum();
  }

  /** SHA-256 of all lines, in the order of their paths. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, Entry> entry : entries.entrySet()) {
        Entry of = entry.getValue();
        String line = of.kind() + " " + of.size() + " " + of.sha256() + " " + entry.getKey() + "\0";
        digest.update(line.getBytes(StandardCharsets.ISO_8859_1));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What could not be read. */
  List<Difference> unreadable() {
    List<Difference> unreadable = new ArrayList<>();
    entries.forEach(
        (path, entry) -> {
          if (!entry.readable()) {
            unreadable.add(new Difference(shown(path), "could not be read"));
          }
        });
    return unreadable;
  }

  /** In what this copy differs from its source, by path. */
  List<Difference> against(Manifest source) {
    TreeSet<String> paths = new TreeSet<>(entries.keySet());
    paths.addAll(source.entries.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String path : paths) {
      String what = difference(source.entries.get(path), entries.get(path));
      if (what != null) {
        differences.add(new Difference(shown(path), what));
      }
    }
    return differences;
  }

  private static @Nullable String difference(@Nullable Entry source, @Nullable Entry copy) {
    if (copy == null) {
      return "is in the volume only";
    }
    if (source == null) {
      return "is in the snapshot only";
    }
    if (!source.readable() || !copy.readable()) {
      return "could not be read";
    }
    if (source.kind() != copy.kind()) {
      return "is of another kind";
    }
    if (source.size() != copy.size()) {
      return "has " + copy.size() + " bytes, in the volume " + source.size();
    }
    return source.sha256().equals(copy.sha256()) ? null : "has other content";
  }

  private static String shown(String bytes) {
    String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == 0xFFFD || c == '\\') {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
