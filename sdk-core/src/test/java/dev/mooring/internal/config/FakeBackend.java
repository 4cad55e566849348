package dev.mooring.internal.config;

import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.profile.Profile;
import dev.mooring.secret.SecretReference;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.StorageBackend;
import dev.mooring.volume.VolumeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backend of nothing but settings. */
record FakeBackend(String id, Map<String, String> settings, @Nullable SecretReference password)
    implements Backend {
  FakeBackend {
    settings = new LinkedHashMap<>(settings);
  }

  static FakeBackend of(Map<String, String> settings) {
    return new FakeBackend("fake", settings, null);
  }

  @Override
  public StorageBackend connect(BackendContext context) {
    throw new UnavailableException(Problem.tried("connect").because("this backend is none"));
  }

  @Override
  public List<Profile> standardProfiles() {
    return List.of(Profile.of("block", VolumeKind.DRIVE, "fast-rwo").asDefault());
  }

  @Override
  public Map<String, String> describe() {
    return settings;
  }
}
