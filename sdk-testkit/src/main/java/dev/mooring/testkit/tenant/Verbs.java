package dev.mooring.testkit.tenant;

import dev.mooring.StorageClient;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All methods that a user can reach from {@link StorageClient}, by reflection. */
final class Verbs {
  private Verbs() {}

  /** Their names with parameters, for example {@code CloudDrives.named(String)}. */
  static Set<String> all() {
    Set<String> names = new TreeSet<>();
    Set<Class<?>> found = interfaces();
    for (Class<?> type : found) {
      // What several kinds have in common is tried on each of them.
      if (found.stream().noneMatch(other -> other != type && type.isAssignableFrom(other))) {
        for (Method method : type.getMethods()) {
          if (!Modifier.isStatic(method.getModifiers()) && !method.isBridge()) {
            names.add(name(type, method));
          }
        }
      }
    }
    return names;
  }

  static String name(Class<?> type, Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(",", type.getSimpleName() + "." + method.getName() + "(", ")"));
  }

  /** The client's interface, and every interface of the SDK that one of them returns. */
  private static Set<Class<?>> interfaces() {
    Set<Class<?>> found = new HashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(Set.of(StorageClient.class));
    while (!open.isEmpty()) {
      Class<?> type = open.remove();
      if (type.isInterface() && type.getName().startsWith("dev.mooring.") && found.add(type)) {
        for (Method method : type.getMethods()) {
          classes(method.getGenericReturnType()).forEach(open::add);
        }
        for (Type parent : type.getGenericInterfaces()) {
          classes(parent).forEach(open::add);
        }
      }
    }
    return found;
  }

  private static Set<Class<?>> classes(Type type) {
    Set<Class<?>> result = new HashSet<>();
    if (type instanceof Class<?> plain) {
      result.add(plain);
    } else if (type instanceof ParameterizedType generic) {
      result.addAll(classes(generic.getRawType()));
      for (Type argument : generic.getActualTypeArguments()) {
        result.addAll(classes(argument));
      }
    } else if (type instanceof WildcardType any) {
      for (Type bound : any.getUpperBounds()) {
        result.addAll(classes(bound));
      }
    }
    return result;
  }
}
