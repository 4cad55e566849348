package dev.mooring.internal;

import dev.mooring.access.Owner;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Resolves backend ids through ServiceLoader, and what the machine itself says. */
public final class Backends {
  /** The ids that Mooring publishes, and the artifacts that bring them. */
  public static final Map<String, String> ARTIFACTS =
      Map.of(
          "embedded", "dev.mooring:sdk-embedded",
          "kubernetes", "dev.mooring:sdk-kubernetes",
          "s3", "dev.mooring:sdk-s3");

  private Backends() {}

  /** The provider of an id; empty when no artifact on the class path brings it. */
  public static Optional<BackendProvider> provider(String id) {
    List<BackendProvider> found =
        ServiceLoader.load(BackendProvider.class, Backends.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.id().equals(id))
            .toList();
    if (found.size() > 1) {
      throw InvalidRequestException.of(
          Problem.tried("configure"),
          id,
          "two artifacts bring the backend '"
              + id
              + "': "
              + String.join(
                  ", ", found.stream().map(p -> p.getClass().getName()).sorted().toList()));
    }
    return found.stream().findFirst();
  }

  /** The ids of all backends on the class path. */
  public static Set<String> ids() {
    return ServiceLoader.load(BackendProvider.class, Backends.class.getClassLoader()).stream()
        .map(provider -> provider.get().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What to say when no artifact brings a backend. */
  public static String missing(String id) {
    return "no artifact on the class path brings the backend '"
        + id
        + "'; add "
        + ARTIFACTS.getOrDefault(id, "the one that does");
  }

  /** A backend of this id with these settings. */
  public static Backend configure(String id, Settings settings) {
    BackendProvider provider =
        provider(id)
            .orElseThrow(
                () -> InvalidRequestException.of(Problem.tried("configure"), id, missing(id)));
    Backend backend = provider.configure(settings);
    List<Violation> violations = settings.finish();
    if (!violations.isEmpty()) {
      throw new InvalidRequestException(Problem.tried("configure").on(id), violations);
    }
    return backend;
  }

  /** The operating system's user, made to fit the rules of owners' names. */
  public static Owner systemOwner() {
    String user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9._-]", "-");
    String trimmed = user.replaceAll("^[^A-Za-z0-9]+", "");
    String cut =
        trimmed.substring(0, Math.min(63, trimmed.length())).replaceAll("[^A-Za-z0-9]+$", "");
    return Owner.user(cut.isEmpty() ? "user" : cut);
  }

  /** Where the embedded default lives: {@code $MOORING_HOME}, else {@code ~/.mooring}. */
  public static Path home() {
    String set = System.getenv("MOORING_HOME");
    return set == null || set.isBlank()
        ? Path.of(System.getProperty("user.home"), ".mooring")
        : Path.of(set);
  }
}
