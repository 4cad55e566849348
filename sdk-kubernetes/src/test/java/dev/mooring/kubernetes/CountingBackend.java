package dev.mooring.kubernetes;

import dev.mooring.kubernetes.internal.KubernetesBackend;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.StorageBackend;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Lets a test see how many requests its client has sent. */
record CountingBackend(Backend inner, AtomicReference<KubernetesBackend> connected)
    implements Backend {
  static CountingBackend of(Backend inner) {
    return new CountingBackend(inner, new AtomicReference<>());
  }

  /** The requests so far. */
  long requests() {
    KubernetesBackend backend = connected.get();
    return backend == null ? 0 : backend.requests();
  }

  @Override
  public String id() {
    return inner.id();
  }

  @Override
  public StorageBackend connect(BackendContext context) {
    StorageBackend backend = inner.connect(context);
    connected.set((KubernetesBackend) backend);
    return backend;
  }

  @Override
  public List<Profile> standardProfiles() {
    return inner.standardProfiles();
  }

  @Override
  public Map<String, String> describe() {
    return inner.describe();
  }
}
