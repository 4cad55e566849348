package dev.mooring.internal.verify;

import dev.mooring.error.FailedException;
import dev.mooring.error.Problem;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.Instance;
import dev.mooring.volume.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Reads the manifest of what an instance mounts. Two fixed programs run there, and no name of a
 * file ever becomes a part of one: names are arguments, and come back between zero bytes, in
 * base64, piece by piece, since the output of a command is limited.
 */
final class ManifestReader {
  private static final int PIECE = 1 << 19;

  /** Arguments: the folder to read, the folder to write the manifest to. */
  private static final String WRITE =
      """
      for p in find stat sha256sum readlink dd base64; do
        command -v "$p" > /dev/null || { echo "$p is missing" >&2; exit 127; }
      done
      cd "$1" || exit 1
      find . -path ./lost+found -prune -o \\( -type f -o -type l -o -type d \\) -exec sh -c '
      for f; do
        t=f; s=0; h=-
        if [ -L "$f" ]; then
          t=l; h=$(readlink "$f" | sha256sum) || t=e
        elif [ -d "$f" ]; then
          t=d; [ -r "$f" ] && [ -x "$f" ] || t=e
        else
          { s=$(stat -c %s "$f") && h=$(sha256sum < "$f"); } || { t=e; s=0; h=-; }
        fi
        printf "%s %s %s %s\\0" "$t" "$s" "${h%% *}" "$f"
      done' sh {} + > "$2/manifest"
      """;

  /** Arguments: the manifest's folder, which piece. */
  private static final String READ =
      "dd if=\"$1/manifest\" bs=" + PIECE + " skip=\"$2\" count=1 2> /dev/null | base64";

  private final Instance instance;
  private final Supplier<Duration> left;

  ManifestReader(Instance instance, Supplier<Duration> left) {
    this.instance = instance;
    this.left = left;
  }

  /** The manifest of a mounted folder; {@code work} is one with room for it. */
  Manifest read(String mounted, String work) {
    run("sh", "-c", WRITE, "sh", mounted, work);
    Manifest manifest = new Manifest();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int piece = 0; ; piece++) {
      String text = run("sh", "-c", READ, "sh", work, Integer.toString(piece));
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      for (byte b : bytes) {
        if (b == 0) {
          manifest.add(line.toString(StandardCharsets.ISO_8859_1));
          line.reset();
        } else {
          line.write(b);
        }
      }
      if (bytes.length < PIECE) {
        return manifest;
      }
    }
  }

  private String run(String... argv) {
    ExecResult result = instance.exec(left.get(), argv);
    if (result.exitCode() != 0) {
      throw new FailedException(
          Problem.tried("read the files of")
              .on("instance/" + instance.name())
              .in(instance.region())
              .because(
                  "the command ended with " + result.exitCode() + ": " + result.stderr().strip())
              .hint("the image of instances must have sh, find, stat, sha256sum, dd and base64"),
          Reason.UNKNOWN.name(),
          result.stderr().strip());
    }
    return result.stdout();
  }
}
