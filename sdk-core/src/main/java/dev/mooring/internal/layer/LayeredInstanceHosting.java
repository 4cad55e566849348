package dev.mooring.internal.layer;

import dev.mooring.instance.ExecResult;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.MountPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instances behind layers. */
final class LayeredInstanceHosting implements InstanceHosting {
  private final InstanceHosting delegate;
  private final Calls calls;

  LayeredInstanceHosting(InstanceHosting delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public Hosted launch(TargetRecord target, Map<String, VolumeRecord> volumes) {
    return calls.call(
        "launch", target.key(), () -> delegate.launch(target, volumes), target, volumes.values());
  }

  @Override
  public Optional<Hosted> find(String name) {
    return calls.call("find", name, () -> delegate.find(name));
  }

  @Override
  public List<Hosted> list() {
    return calls.call("list", "", delegate::list);
  }

  @Override
  public void stop(String name) {
    calls.run("stop", name, () -> delegate.stop(name));
  }

  @Override
  public Optional<Path> path(String name, MountPath path) {
    return calls.call("path", name, () -> delegate.path(name, path));
  }

  @Override
  public ExecResult exec(String name, List<String> argv, Duration limit) {
    return calls.call("exec", name, () -> delegate.exec(name, argv, limit));
  }
}
