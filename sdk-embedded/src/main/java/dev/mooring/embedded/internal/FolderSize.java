package dev.mooring.embedded.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much is in a folder.
 *
 * @param bytes the space that it takes on the disk
 * @param entries the files, folders and links in it, without itself
 */
record FolderSize(long bytes, long entries) {
  /**
   * Counts a folder; follows no link, and counts a file with several names once.
   *
   * @return empty when it takes longer than that
   */
  static Optional<FolderSize> of(Path folder, Duration longest) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    Walk walk = new Walk(folder, end);
    Files.walkFileTree(folder, walk);
    if (walk.late) {
      return Optional.empty();
    }
    // Java does not tell the blocks of a file. What has no holes, or no program to ask, is counted
    // by the lengths of its files.
    OptionalLong blocks = blocks(folder, end);
    return System.nanoTime() - end > 0
        ? Optional.empty()
        : Optional.of(new FolderSize(blocks.orElse(walk.bytes), walk.folders + walk.seen.size()));
  }

  /**
   * The space on the disk below a folder, as {@code du} says; empty when there is no such program.
   */
  private static OptionalLong blocks(Path folder, long end) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder("du", "-skx", folder.toAbsolutePath().toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    try {
      process.getOutputStream().close();
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return OptionalLong.empty();
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String kib = said.split("\\s", 2)[0];
      // Files that go while it counts make it fail, and what it says is true all the same.
      return kib.matches("[0-9]{1,15}")
          ? OptionalLong.of(Math.max(0, Long.parseLong(kib) * 1024 - own(folder)))
          : OptionalLong.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  /** What the folder itself takes, which is not its contents. */
  private static long own(Path folder) throws IOException {
    return Files.size(folder);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final long end;
    private final Set<Object> seen = new HashSet<>();
    private long folders;
    private long bytes;
    private boolean late;

    Walk(Path folder, long end) {
      this.folder = folder;
      this.end = end;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      folders += directory.equals(folder) ? 0 : 1;
      return next();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Object key = attributes.fileKey();
      if (seen.add(key == null ? file : key) && attributes.isRegularFile()) {
        bytes += attributes.size();
      }
      return next();
    }

    private FileVisitResult next() {
      late = System.nanoTime() - end > 0;
      return late ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      // Its users go on: what is gone by now takes no space.
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      if (e != null && !(e instanceof NoSuchFileException)) {
        throw e;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
