package dev.mooring.testkit.tenant;

import dev.mooring.error.StorageException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client saw, step by step, in words that two runs can be compared by: names and ids that
 * the steps were about are replaced, and so are times and random ids.
 */
final class Transcript {
  private static final int DEEPEST = 4;

  private final String word;
  private final List<String> lines = new ArrayList<>();
  private final List<String> raw = new ArrayList<>();
  private final Set<String> tried = new TreeSet<>();

  /** A transcript of steps about things of this name. */
  Transcript(String word) {
    this.word = word;
  }

  /** Does one step and notes what came of it; null when it failed. */
  <T> @Nullable T step(String verb, Supplier<T> action) {
    tried.add(verb);
    try {
      T result = action.get();
      if (result instanceof Stream<?> stream) {
        note(verb, stream.toList());
      } else {
        note(verb, result);
      }
      return result;
    } catch (StorageException e) {
      note(verb, e);
      return null;
    }
  }

  /** Does one step that must succeed, because others follow from it. */
  <T> T must(String verb, Supplier<T> action) {
    T result = step(verb, action);
    if (result == null) {
      throw new AssertionError(verb + " failed: " + raw.get(raw.size() - 1));
    }
    return result;
  }

  /** Does one step without a result. */
  void run(String verb, Runnable action) {
    Object unused =
        step(
            verb,
            () -> {
              action.run();
              return "done";
            });
  }

  private void note(String verb, @Nullable Object result) {
    String text = verb + " -> " + text(result, 0);
    raw.add(text);
    lines.add(
        text.replace(word, "NAME")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
            .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
            .replaceAll("\\b[0-9a-f]{10,}\\b", "ID"));
  }

  /** What was seen, comparable. */
  List<String> lines() {
    return lines;
  }

  /** What was seen, word for word. */
  List<String> raw() {
    return raw;
  }

  /** The verbs and getters that were called. */
  Set<String> tried() {
    return tried;
  }

  private String text(@Nullable Object value, int depth) {
    if (value == null || depth > DEEPEST) {
      return "…";
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(v -> text(v, depth)).orElse("nothing");
    }
    if (value instanceof Collection<?> all) {
      return all.stream().map(v -> text(v, depth + 1)).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof StorageException failure) {
      return failure.getClass().getSimpleName() + text(facts(failure), depth + 1);
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + "=" + text(e.getValue(), depth + 1))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return Getters.of(value, tried)
        .map(told -> text(told, depth + 1))
        .orElseGet(() -> Getters.isHandle(value) ? "a handle" : String.valueOf(value));
  }

  /** All that an error tells. */
  private static Map<String, Object> facts(StorageException failure) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("message", String.valueOf(failure.getMessage()));
    Stream.concat(
            Arrays.stream(failure.getClass().getDeclaredMethods()),
            Arrays.stream(StorageException.class.getDeclaredMethods()))
        .filter(m -> m.getParameterCount() == 0 && !m.isSynthetic())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
        .forEach(m -> facts.put(m.getName(), call(failure, m)));
    // Differs from request to request.
    facts.remove("requestId");
    facts.put("message", String.valueOf(failure.getMessage()).replaceAll(" \\[request [^]]*]", ""));
    facts.put("problem", String.valueOf(failure.problem().reason()));
    return facts;
  }

  private static Object call(Object on, Method method) {
    try {
      Object result = method.invoke(on);
      return result == null ? "nothing" : result;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot ask " + method, e);
    }
  }
}
