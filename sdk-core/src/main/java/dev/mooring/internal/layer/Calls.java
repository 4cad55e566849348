package dev.mooring.internal.layer;

import java.util.List;
import java.util.function.Supplier;

/** Sends the calls of one part of a region's backend through the layers. */
record Calls(Layer layer, String region, String part) {
  /** The same for another part. */
  Calls of(String other) {
    return new Calls(layer, region, other);
  }

  <T> T call(String method, String resource, Supplier<T> work, Object... arguments) {
    return layer.call(
        new Invocation(part + "." + method, region, resource, List.of(arguments)), work);
  }

  void run(String method, String resource, Runnable work, Object... arguments) {
    call(
        method,
        resource,
        () -> {
          work.run();
          return true;
        },
        arguments);
  }
}
