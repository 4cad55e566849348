package dev.mooring.embedded.adopt;

import dev.mooring.profile.Profile;
import dev.mooring.spi.Adopting;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Capability;
import dev.mooring.spi.StorageBackend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A backend that can adopt as well. */
record AdoptingBackend(Backend backend, RememberedClaims claims) implements Backend {
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
            AdoptingBackend.class.getClassLoader(),
            new Class<?>[] {StorageBackend.class},
            (self, method, arguments) -> {
              if (method.getName().equals("ability") && arguments[0] == Adopting.class) {
                return Optional.of(claims.of(behind));
              }
              try {
                Object answer = method.invoke(behind, arguments);
                if (method.getName().equals("capabilities")) {
                  Set<Capability> more = new HashSet<>(behind.capabilities());
                  more.add(Capability.ADOPTING);
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
