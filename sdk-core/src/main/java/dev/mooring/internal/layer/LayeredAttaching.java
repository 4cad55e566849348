package dev.mooring.internal.layer;

import dev.mooring.attachment.Target;
import dev.mooring.error.Violation;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Presence;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Attaching behind layers. */
final class LayeredAttaching implements Attaching {
  private final Attaching delegate;
  private final Calls calls;

  LayeredAttaching(Attaching delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public List<Violation> check(Target target) {
    return calls.call("check", target.toString(), () -> delegate.check(target));
  }

  @Override
  public Map<String, Presence> presence(Collection<TargetRecord> targets) {
    return calls.call("presence", only(targets), () -> delegate.presence(targets), targets);
  }

  @Override
  public Map<String, List<VolumeUser>> users(Collection<VolumeRecord> volumes) {
    return calls.call("users", only(volumes), () -> delegate.users(volumes), volumes);
  }

  @Override
  public void connect(TargetRecord target, Map<String, VolumeRecord> volumes) {
    calls.run(
        "connect", target.key(), () -> delegate.connect(target, volumes), target, volumes.values());
  }

  @Override
  public void disconnect(TargetRecord target, TargetMount mount) {
    calls.run("disconnect", target.key(), () -> delegate.disconnect(target, mount), target);
  }

  @Override
  public Duration launchGrace() {
    return calls.call("launchGrace", "", delegate::launchGrace);
  }

  /** The key when it is about one record; of many there would be too much to say. */
  private static String only(Collection<? extends StoredRecord> records) {
    return records.size() == 1 ? records.iterator().next().key() : "";
  }
}
