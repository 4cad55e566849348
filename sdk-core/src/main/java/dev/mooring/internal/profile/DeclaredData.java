package dev.mooring.internal.profile;

import dev.mooring.profile.Durability;
import dev.mooring.profile.Expectation;
import dev.mooring.profile.Latency;
import dev.mooring.profile.Performance;
import dev.mooring.profile.Redundancy;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an administrator declares of a profile. Known keys that say nothing sensible are told
 * to somebody, with the path; keys that are not known are nobody's business.
 */
public final class DeclaredData {
  /** Hears of what is wrong, and ignores it. */
  public static final BiConsumer<String, String> IGNORING = (path, message) -> {};

  private static final BigDecimal MOST = new BigDecimal("1e12");

  private final String path;
  private final Map<?, ?> values;
  private final BiConsumer<String, String> wrong;

  private DeclaredData(String path, Map<?, ?> values, BiConsumer<String, String> wrong) {
    this.path = path;
    this.values = values;
    this.wrong = wrong;
  }

  /** How data are kept; empty when it is not declared, or malformed. */
  public static Optional<Durability> durability(
      Map<String, Object> declared, BiConsumer<String, String> wrong) {
    return new DeclaredData("", declared, wrong)
        .section("durability")
        .flatMap(
            durability -> {
              Redundancy data = durability.redundancy("data");
              Redundancy metadata = durability.redundancy("metadata");
              return data == null && metadata == null
                  ? Optional.empty()
                  : Optional.of(new Durability(data, metadata));
            });
  }

  /** What speed to expect; empty when it is not declared, or malformed. */
  public static Optional<Expectation> expected(
      Map<String, Object> declared, BiConsumer<String, String> wrong) {
    return new DeclaredData("", declared, wrong)
        .section("expected")
        .flatMap(
            expected -> {
              LocalDate asOf = expected.date("asOf");
              Performance perClient = expected.performance("perClient");
              return perClient.equals(Performance.UNKNOWN)
                  ? Optional.empty()
                  : Optional.of(new Expectation(perClient, asOf));
            });
  }

  /** The speed of one client in a section of measured or declared values. */
  public static Performance performance(
      String key, Map<String, ?> values, BiConsumer<String, String> wrong) {
    return new DeclaredData("", values, wrong).performance(key);
  }

  private Performance performance(String key) {
    return section(key)
        .map(
            figures ->
                new Performance(
                    figures.number("readMBps"),
                    figures.number("writeMBps"),
                    figures.number("readIops"),
                    figures.number("writeIops"),
                    figures.latency("readLatencyMs"),
                    figures.latency("writeLatencyMs")))
        .orElse(Performance.UNKNOWN);
  }

  /** A latency may be one number, the average, or tell more. */
  private @Nullable Latency latency(String key) {
    if (!(values.get(key) instanceof Map<?, ?>)) {
      BigDecimal average = number(key);
      return average == null ? null : new Latency(average, null);
    }
    return section(key)
        .map(figures -> new Latency(figures.number("avg"), figures.number("p99")))
        .filter(latency -> latency.average() != null || latency.p99() != null)
        .orElse(null);
  }

  private @Nullable Redundancy redundancy(String key) {
    DeclaredData section = section(key).orElse(null);
    if (section == null) {
      return null;
    }
    if (section.values.get("erasure") != null && section.values.get("replicas") != null) {
      section.wrong("erasure", "cannot stand beside replicas: data are kept in one way");
      return null;
    }
    Redundancy erasure = section.parsed("erasure", Redundancy::parseErasure);
    Redundancy replicas = section.parsed("replicas", DeclaredData::replicas);
    return erasure == null ? replicas : erasure;
  }

  private static Redundancy replicas(String text) {
    try {
      return Redundancy.replicas(Integer.parseInt(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be a whole number from 1 to 255", e);
    }
  }

  private @Nullable BigDecimal number(String key) {
    return parsed(
        key,
        text -> {
          String rule = "must be a number above 0";
          try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() <= 0 || number.compareTo(MOST) > 0 || number.scale() > 12) {
              throw new IllegalArgumentException(rule);
            }
            return number;
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException(rule, e);
          }
        });
  }

  private @Nullable LocalDate date(String key) {
    return parsed(
        key,
        text -> {
          try {
            return LocalDate.parse(text);
          } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date, like 2026-03-06", e);
          }
        });
  }

  private <T> @Nullable T parsed(String key, Function<String, T> parser) {
    Object value = values.get(key);
    if (value == null || value.equals("null")) {
      return null;
    }
    if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
      wrong(key, "must be one value");
      return null;
    }
    try {
      return parser.apply(value.toString());
    } catch (IllegalArgumentException e) {
      wrong(key, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private Optional<DeclaredData> section(String key) {
    Object value = values.get(key);
    if (value instanceof Map<?, ?> map) {
      return Optional.of(new DeclaredData(pathOf(key), map, wrong));
    }
    if (value != null && !value.equals("null")) {
      wrong(key, "must be a section of keys and values");
    }
    return Optional.empty();
  }

  private void wrong(String key, String message) {
    wrong.accept(pathOf(key), message);
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
