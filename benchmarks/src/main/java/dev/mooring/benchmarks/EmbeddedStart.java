package dev.mooring.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much it takes from the start of a JVM to the first created drive on the embedded backend.
 * Each run is a process of its own; the runs of the cases alternate, so that a busy machine slows
 * all of them alike.
 */
public final class EmbeddedStart {
  /** What a run measured, in milliseconds. */
  private record Sample(long cpu, long wall) {}

  /** JVM options, and what the first drive is created in. */
  private record Case(String options, String folder) {}

  private static final List<String> LAUNCHER =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

  private final Path work;
  private final Map<String, List<String>> options = new LinkedHashMap<>();
  private final Map<Case, List<Sample>> samples = new LinkedHashMap<>();
  private int folders;

  private EmbeddedStart(Path work) {
    this.work = work;
  }

  /** Takes the number of runs of each case; 11 without. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int runs = args.length == 0 ? 11 : Integer.parseInt(args[0]);
    Path work = Files.createTempDirectory("mooring-benchmark-");
    try {
      new EmbeddedStart(work).measure(runs);
    } finally {
      Folders.delete(work);
    }
  }

  private void measure(int runs) throws IOException, InterruptedException {
    options.put("JVM's defaults", List.of());
    options.put("the launcher's", LAUNCHER);
    options.put("and an archive of classes", archived());
    Path used = work.resolve("used");
    run(List.of(), used, "before");
    for (int i = 0; i < runs; i++) {
      for (Map.Entry<String, List<String>> entry : options.entrySet()) {
        add(new Case(entry.getKey(), "nothing"), run(entry.getValue(), null, ""));
        add(new Case(entry.getKey(), "new folder"), run(entry.getValue(), fresh(), "first"));
        add(new Case(entry.getKey(), "used folder"), run(entry.getValue(), used, "n" + folders));
      }
    }
    System.out.printf(
        "From the start of a JVM to the first available drive, %d runs each, Java %s%n%n%s",
        runs, Runtime.version(), table());
  }

  /** The launcher's options with an archive of the classes that a first drive loads. */
  private List<String> archived() throws IOException, InterruptedException {
    Path archive = work.resolve("classes.jsa");
    List<String> writing = new ArrayList<>(LAUNCHER);
    writing.add("-Xlog:disable");
    writing.add("-XX:ArchiveClassesAtExit=" + archive);
    run(writing, fresh(), "first");
    List<String> reading = new ArrayList<>(LAUNCHER);
    reading.add("-XX:SharedArchiveFile=" + archive);
    return reading;
  }

  private Path fresh() {
    return work.resolve("new-" + ++folders);
  }

  private void add(Case what, Sample sample) {
    samples.computeIfAbsent(what, key -> new ArrayList<>()).add(sample);
  }

  private static Sample run(List<String> options, @Nullable Path root, String name)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FirstDrive.class.getName());
    if (root != null) {
      command.add(root.toString());
      command.add(name);
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("a run failed, with the JVM options " + options);
    }
    String[] figures = printed.split(" ", -1);
    return new Sample(Long.parseLong(figures[0]), Long.parseLong(figures[1]));
  }

  private Table table() {
    Table table = new Table("JVM options", "drive in", "CPU ms", "least", "most", "wall ms");
    samples.forEach(
        (what, runs) -> {
          List<Long> cpu = runs.stream().map(Sample::cpu).sorted().toList();
          long wall = Quantile.median(runs.stream().map(Sample::wall).toList());
          table.row(
              what.options(),
              what.folder(),
              Quantile.median(cpu),
              cpu.get(0),
              cpu.get(cpu.size() - 1),
              wall);
        });
    return table;
  }
}
