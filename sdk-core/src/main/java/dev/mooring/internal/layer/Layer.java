package dev.mooring.internal.layer;

import java.util.function.Supplier;

/** Does something around every call to a backend. Thread-safe. */
@FunctionalInterface
interface Layer {
  /** Makes the call, once, never or several times, and answers what it answers. */
  <T> T call(Invocation invocation, Supplier<T> work);

  /** This layer around another. */
  default Layer around(Layer inner) {
    Layer outer = this;
    return new Layer() {
      @Override
      public <T> T call(Invocation invocation, Supplier<T> work) {
        return outer.call(invocation, () -> inner.call(invocation, work));
      }
    };
  }
}
