package dev.mooring.internal.layer;

import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.error.Violation;
import dev.mooring.spi.Adoptable;
import dev.mooring.spi.Adopting;
import dev.mooring.spi.Created;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import java.util.List;
import java.util.Set;

/** Adoption behind layers. */
final class LayeredAdopting implements Adopting {
  private final Adopting delegate;
  private final Calls calls;

  LayeredAdopting(Adopting delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public Adoptable look(String claim) {
    return calls.call("look", claim, () -> delegate.look(claim), claim);
  }

  @Override
  public boolean adopt(VolumeRecord record) {
    return calls.call("adopt", record.key(), () -> delegate.adopt(record), record);
  }

  @Override
  public Adoptable lookAtVolume(String persistentVolume, Set<AccessMode> wanted) {
    return calls.call(
        "lookAtVolume",
        persistentVolume,
        () -> delegate.lookAtVolume(persistentVolume, wanted),
        persistentVolume,
        wanted);
  }

  @Override
  public boolean adoptVolume(VolumeRecord record, String persistentVolume) {
    return calls.call(
        "adoptVolume",
        record.key(),
        () -> delegate.adoptVolume(record, persistentVolume),
        record,
        persistentVolume);
  }

  @Override
  public boolean forget(VolumeRecord record) {
    return calls.call("forget", record.key(), () -> delegate.forget(record), record);
  }

  @Override
  public List<Violation> check(StaticVolumeSpec source, VolumeSpec volume) {
    return calls.call("check", volume.name(), () -> delegate.check(source, volume), source, volume);
  }

  @Override
  public Created<VolumeRecord> register(VolumeRecord record, StaticVolumeSpec source) {
    return calls.call(
        "register", record.key(), () -> delegate.register(record, source), record, source);
  }

  @Override
  public void connect(VolumeRecord record) {
    calls.run("connect", record.key(), () -> delegate.connect(record), record);
  }

  @Override
  public void disconnect(VolumeRecord record) {
    calls.run("disconnect", record.key(), () -> delegate.disconnect(record), record);
  }
}
