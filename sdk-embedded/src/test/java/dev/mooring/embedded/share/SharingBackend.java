package dev.mooring.embedded.share;

import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Sharing;
import dev.mooring.spi.StorageBackend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A backend that can share as well. */
record SharingBackend(Backend backend, RememberedShares shares) implements Backend {
  @Override
  public String id() {
    return backend.id();
  }

  @Override
  public StorageBackend connect(BackendContext context) {
    return around(backend.connect(context));
  }

  private StorageBackend around(StorageBackend behind) {
    return (StorageBackend)
        Proxy.newProxyInstance(
            SharingBackend.class.getClassLoader(),
            new Class<?>[] {StorageBackend.class},
            (self, method, arguments) -> {
              if (method.getName().equals("ability") && arguments[0] == Sharing.class) {
                return Optional.of(shares);
              }
              try {
                Object answer = method.invoke(behind, arguments);
                if (method.getName().equals("capabilities")) {
                  Set<Capability> more = new HashSet<>(behind.capabilities());
                  more.add(Capability.SHARING);
                  return more;
                }
                return method.getName().equals("as") ? self : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public List<Profile> standardProfiles() {
    return backend.standardProfiles();
  }

  @Override
  public Map<String, String> describe() {
    return backend.describe();
  }
}
