package dev.mooring.testkit.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Secrets for tests that can be told from everything else, and the search for them: as they are, in
 * Base64 (wherever they begin in it), hexadecimal, encoded for a URL or escaped in JSON. The search
 * also finds the tokens of a cluster's service accounts, which are real secrets. Thread-safe.
 */
public final class MarkedSecrets {
  private static final String MARK = "MooringMarked" + "Secret7QxV2";

  /** How every JSON web token begins, which is the name of its algorithm's key in Base64. */
  private static final String WEB_TOKEN = "eyJhbGci" + "Oi";

  private static final List<String> FORMS = forms();
  private static final int PIECE = 1 << 16;

  private MarkedSecrets() {}

  /**
   * A marked secret.
   *
   * @param what tells several apart: letters and digits
   */
  public static String named(String what) {
    return MARK + what;
  }

  /** Whether a text tells a marked secret, or a web token, in any form. */
  public static boolean in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Searches all files below some folders.
   *
   * @return the files that tell a secret, and how many were searched
   * @throws IOException when a file cannot be read
   */
  public static Report below(List<Path> folders) throws IOException {
    List<Path> telling = new ArrayList<>();
    int files = 0;
    long bytes = 0;
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files++;
          bytes += Files.size(file);
          if (in(file)) {
            telling.add(file);
          }
        }
      }
    }
    return new Report(files, bytes, telling);
  }

  /**
   * What a search found.
   *
   * @param files how many files were searched
   * @param bytes how many bytes they have
   * @param telling those that tell a secret
   */
  public record Report(int files, long bytes, List<Path> telling) {
    /** Copies. */
    public Report {
      telling = List.copyOf(telling);
    }
  }

  /** Reads in pieces that overlap by the longest form, so that none is missed between two. */
  private static boolean in(Path file) throws IOException {
    int overlap = FORMS.stream().mapToInt(String::length).max().orElseThrow();
    byte[] piece = new byte[PIECE + overlap];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(piece, 0, PIECE);
      while (read > 0) {
        int filled = kept + read;
        if (in(Arrays.copyOf(piece, filled))) {
          return true;
        }
        kept = Math.min(overlap, filled);
        System.arraycopy(piece, filled - kept, piece, 0, kept);
        read = in.readNBytes(piece, kept, PIECE);
      }
    }
    return false;
  }

  private static boolean in(byte[] bytes) {
    // One byte is one character, so that the search of strings finds bytes.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return FORMS.stream().anyMatch(text::contains);
  }

  private static List<String> forms() {
    List<String> forms = new ArrayList<>(List.of(MARK, WEB_TOKEN));
    byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + mark.length];
      System.arraycopy(mark, 0, shifted, before, mark.length);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      // The first and last characters also depend on what stands before and after.
      forms.add(encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 2));
    }
    String hex = HexFormat.of().formatHex(mark);
    forms.add(hex);
    forms.add(hex.toUpperCase(Locale.ROOT));
    forms.add(each("%%%02x"));
    forms.add(each("%%%02X"));
    forms.add(each("\\u%04x"));
    forms.add(each("\\u%04X"));
    return List.copyOf(forms);
  }

  private static String each(String format) {
    return MARK.chars()
        .mapToObj(c -> String.format(Locale.ROOT, format, c))
        .collect(Collectors.joining());
  }
}
