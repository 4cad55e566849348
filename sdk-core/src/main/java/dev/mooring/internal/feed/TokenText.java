package dev.mooring.internal.feed;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.watch.ResumeToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The text of a resume token: of whom it is, and what was told of each volume. */
final class TokenText {
  private static final String FORM = "mw1.";
  private static final String BEGINNING = ResumeToken.beginning().text();
  private static final String PREFIX = "vol-";

  private TokenText() {}

  static String write(Scope scope, Map<String, Map<VolumeId, Told>> told) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeUTF(scope.words());
      out.writeInt(told.size());
      for (Map.Entry<String, Map<VolumeId, Told>> region : new TreeMap<>(told).entrySet()) {
        out.writeUTF(region.getKey());
        out.writeInt(region.getValue().size());
        for (Told volume : region.getValue().values()) {
          out.write(HexFormat.of().parseHex(volume.id().value().substring(PREFIX.length())));
          out.writeUTF(volume.kind().word());
          out.writeUTF(volume.name());
          out.write(Base64.getUrlDecoder().decode(volume.digest()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory could not be written", e);
    }
    return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * Reads what was told.
   *
   * @throws InvalidRequestException when it is no token, or one of somebody or something else
   */
  static Map<String, Map<VolumeId, Told>> read(ResumeToken token, Scope scope) {
    String text = token.text();
    if (text.equals(BEGINNING)) {
      return Map.of();
    }
    if (!text.startsWith(FORM)) {
      throw refused("is no resume token of this version");
    }
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(
                new ByteArrayInputStream(
                    Base64.getUrlDecoder().decode(text.substring(FORM.length())))))) {
      if (!in.readUTF().equals(scope.words())) {
        throw refused(
            "is of another account, owner or kind of volumes; this watch is of " + scope.words());
      }
      return read(in);
    } catch (IOException | IllegalArgumentException e) {
      throw refused("is no resume token, or only a part of one");
    }
  }

  private static Map<String, Map<VolumeId, Told>> read(DataInputStream in) throws IOException {
    Map<String, Map<VolumeId, Told>> told = new HashMap<>();
    int regions = in.readInt();
    for (int r = 0; r < regions; r++) {
      Map<VolumeId, Told> volumes = new HashMap<>();
      told.put(in.readUTF(), volumes);
      int size = in.readInt();
      for (int v = 0; v < size; v++) {
        VolumeId id = new VolumeId(PREFIX + HexFormat.of().formatHex(bytes(in, 16)));
        VolumeKind kind = VolumeKind.ofWord(in.readUTF()).orElseThrow(IOException::new);
        String name = in.readUTF();
        String digest =
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(in, Seen.BYTES));
        volumes.put(id, new Told(id, kind, name, digest));
      }
    }
    if (in.read() != -1) {
      throw new IOException();
    }
    return told;
  }

  private static byte[] bytes(DataInputStream in, int number) throws IOException {
    byte[] bytes = new byte[number];
    in.readFully(bytes);
    return bytes;
  }

  private static InvalidRequestException refused(String why) {
    return InvalidRequestException.of(
        Problem.tried("watch").because("the resume token " + why), "token", why);
  }
}
