package dev.mooring.internal.layer;

import dev.mooring.admin.ClassManifest;
import dev.mooring.admin.ClassReport;
import dev.mooring.admin.StorageClassSpec;
import dev.mooring.spi.ClassAdministration;
import dev.mooring.spi.ClassReview;

/** Storage classes behind layers. */
final class LayeredClasses implements ClassAdministration {
  private final ClassAdministration delegate;
  private final Calls calls;

  LayeredClasses(ClassAdministration delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public ClassManifest render(StorageClassSpec spec) {
    return calls.call("render", spec.name(), () -> delegate.render(spec), spec);
  }

  @Override
  public ClassReview review(StorageClassSpec spec) {
    return calls.call("review", spec.name(), () -> delegate.review(spec), spec);
  }

  @Override
  public void apply(StorageClassSpec spec) {
    calls.run("apply", spec.name(), () -> delegate.apply(spec), spec);
  }

  @Override
  public ClassReport validate(String name) {
    return calls.call("validate", name, () -> delegate.validate(name), name);
  }
}
