package dev.mooring.benchmarks;

import dev.mooring.StorageClient;
import dev.mooring.error.InvalidRequestException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Whether the cost of hostile input grows faster than its length: each parser on a text and on one
 * that is eight times as long.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InputGrowth {
  private static final int TIMES = 8;

  /** Which parser. */
  @Param({})
  public Parser parser = Parser.CAPACITY;

  /** How many characters. */
  @Param({"4096", "32768"})
  public int length;

  private StorageClient client;
  private String text = "";

  /** Makes the client, whose names and regions are asked for. */
  public InputGrowth() {
    client = StorageClient.builder().inMemory().build();
  }

  /** Makes the text. */
  @Setup
  public void setUp() {
    text = parser.text(length);
  }

  /** Ends the client. */
  @TearDown
  public void tearDown() {
    client.close();
  }

  /** Reads the text once. */
  @Benchmark
  public Object read() {
    try {
      return parser.read(client, text);
    } catch (InvalidRequestException | IllegalArgumentException refused) {
      return refused;
    }
  }

  /** Runs all, and prints the ratios. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(InputGrowth.class.getName())
                    .param(
                        "parser",
                        Arrays.stream(Parser.values()).map(Parser::name).toArray(String[]::new))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Map<String, Map<Integer, Double>> times = new TreeMap<>();
    for (RunResult result : results) {
      times
          .computeIfAbsent(result.getParams().getParam("parser"), key -> new TreeMap<>())
          .put(
              Integer.valueOf(result.getParams().getParam("length")),
              result.getPrimaryResult().getScore());
    }
    Table table = new Table("input", "4 Ki, us", "32 Ki, us", "times, of " + TIMES + " in length");
    times.forEach(
        (parser, scores) -> {
          double small = scores.getOrDefault(4096, 0.0);
          double large = scores.getOrDefault(4096 * TIMES, 0.0);
          table.row(
              parser,
              String.format("%.1f", small),
              String.format("%.1f", large),
              String.format("%.1f", large / small));
        });
    System.out.print(table);
  }
}
