package dev.mooring.embedded.internal;

import dev.mooring.embedded.Embedded;
import dev.mooring.jdbc.TappedDatabase;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Settings;
import dev.mooring.spi.StorageBackend;
import dev.mooring.testkit.crash.Announcer;
import dev.mooring.testkit.crash.AnnouncingInterceptor;
import dev.mooring.testkit.fault.InterceptedBackend;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The embedded backend for processes that are to be killed: it announces every change of its
 * database and of its folders to a tap.
 */
public final class TappedProvider implements BackendProvider {
  /** For {@link java.util.ServiceLoader}. */
  public TappedProvider() {}

  @Override
  public String id() {
    return "tapped";
  }

  @Override
  public Backend configure(Settings settings) {
    Tapped tapped =
        new Tapped(
            settings.path("root").orElseThrow(),
            Integer.parseInt(settings.string("tap").orElseThrow()),
            settings.bool("statements").orElse(false));
    // The stores' own calls are announced by the database.
    return new InterceptedBackend(
        tapped,
        new AnnouncingInterceptor(
            new Announcer(tapped.tap()),
            name -> !name.startsWith("volumes.") && !name.startsWith("targets.")));
  }

  private record Tapped(Path root, int tap, boolean statements) implements Backend {
    @Override
    public String id() {
      return "tapped";
    }

    @Override
    public StorageBackend connect(BackendContext context) {
      return EmbeddedBackend.at(
          root,
          TappedDatabase.sqlite(
              root.resolve(Layout.DATABASE),
              context.requestTimeout(),
              context.clock(),
              new Announcer(tap),
              statements),
          context,
          Embedded.LAUNCH_GRACE);
    }

    @Override
    public List<Profile> standardProfiles() {
      return StandardProfiles.ALL;
    }

    @Override
    public Map<String, String> describe() {
      return Map.of("root", root.toString());
    }
  }
}
