package dev.mooring.testkit.fault;

import dev.mooring.StorageClientBuilder;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Ability;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A backend with an {@link Interceptor} around every call to its stores and abilities, for every
 * owner. Connecting and closing are not intercepted. An immutable value.
 *
 * @param backend the backend behind it
 * @param interceptor who stands around its calls
 */
public record InterceptedBackend(Backend backend, Interceptor interceptor) implements Backend {
  private static final Set<String> MUTATING =
      Set.of(
          "create",
          "swap",
          "delete",
          "advance",
          "destroy",
          "grow",
          "apply",
          "make",
          "revoke",
          "adopt",
          "adoptVolume",
          "forget",
          "register",
          "connect",
          "disconnect",
          "launch",
          "stop",
          "tidy",
          "exec");

  /** Checks that both are there. */
  public InterceptedBackend {
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(interceptor, "interceptor");
  }

  /** Puts an interceptor around all backends that a builder has so far. */
  public static void around(StorageClientBuilder builder, Interceptor interceptor) {
    builder
        .configuration()
        .regions()
        .forEach(
            (name, region) -> {
              List<Backend> behind =
                  region.backends().stream()
                      .<Backend>map(backend -> new InterceptedBackend(backend, interceptor))
                      .toList();
              builder.region(
                  name, new RegionConfiguration(behind, region.profiles(), region.limits()));
            });
  }

  @Override
  public String id() {
    return backend.id();
  }

  @Override
  public StorageBackend connect(BackendContext context) {
    return proxy(StorageBackend.class, "backend", backend.connect(context));
  }

  @Override
  public List<Profile> standardProfiles() {
    return backend.standardProfiles();
  }

  @Override
  public Map<String, String> describe() {
    return backend.describe();
  }

  private <T> T proxy(Class<T> type, String name, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            InterceptedBackend.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                dispatch(
                    name, target, method, arguments == null ? new Object[0] : arguments, self));
    return type.cast(proxy);
  }

  private @Nullable Object dispatch(
      String name, Object target, Method method, Object[] arguments, Object self) throws Throwable {
    if (method.getReturnType() == RecordStore.class) {
      Object store = Objects.requireNonNull(invoke(target, method, arguments));
      return proxy(RecordStore.class, method.getName(), (RecordStore<?>) store);
    }
    switch (method.getName()) {
      case "ability" -> {
        Class<?> type = (Class<?>) arguments[0];
        Optional<?> ability = (Optional<?>) invoke(target, method, arguments);
        return Objects.requireNonNull(ability).map(a -> proxyOf(type.asSubclass(Ability.class), a));
      }
      case "as" -> {
        Object theirs = Objects.requireNonNull(invoke(target, method, arguments));
        return theirs == target
            ? self
            : proxy(StorageBackend.class, "backend", (StorageBackend) theirs);
      }
      case "close", "hashCode", "toString" -> {
        return invoke(target, method, arguments);
      }
      case "equals" -> {
        return self == arguments[0];
      }
      default -> {
        return interceptor.around(new MethodCall(name, target, method, arguments));
      }
    }
  }

  private <A extends Ability> Ability proxyOf(Class<A> type, Object ability) {
    return proxy(type, type.getSimpleName(), type.cast(ability));
  }

  private static @Nullable Object invoke(Object target, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static final class MethodCall implements Interceptor.Call {
    private final String receiver;
    private final Object target;
    private final Method method;
    private final Object[] arguments;

    MethodCall(String receiver, Object target, Method method, Object[] arguments) {
      this.receiver = receiver;
      this.target = target;
      this.method = method;
      this.arguments = arguments;
    }

    @Override
    public String name() {
      return receiver + "." + method.getName();
    }

    @Override
    public Object receiver() {
      return target;
    }

    @Override
    public @Nullable Object argument() {
      return arguments.length == 0 ? null : arguments[0];
    }

    @Override
    public boolean mutates() {
      return MUTATING.contains(method.getName());
    }

    @Override
    public @Nullable Object proceed() throws Throwable {
      return invoke(target, method, arguments);
    }

    @Override
    public @Nullable Object proceed(Object otherArgument) throws Throwable {
      Object[] changed = arguments.clone();
      changed[0] = otherArgument;
      return invoke(target, method, changed);
    }
  }
}
