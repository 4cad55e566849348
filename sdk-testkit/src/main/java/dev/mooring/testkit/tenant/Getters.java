package dev.mooring.testkit.tenant;

import dev.mooring.error.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The methods that only tell what a handle holds. Whatever is not listed here is a verb, and needs
 * a step of its own.
 */
final class Getters {
  private static final String VOLUME =
      "id kind name ref account owner region profile requestedSize capacity enforcement"
          + " status statusReason since provisioning suspended description defaultMountPath"
          + " labels createdAt backendDetails"
          + " size adopted sizes accessMode source attachments operations operation restorableUntil"
          + " protectedSince isProtected";

  private static final Map<String, String> BY_TYPE =
      Map.ofEntries(
          Map.entry("CloudDrive", VOLUME),
          Map.entry("VolumeWatch", "token"),
          Map.entry("ResumeToken", "text"),
          Map.entry("SharedFilesystem", VOLUME),
          Map.entry(
              "Snapshot",
              "id name volume volumeId account owner region profile size status statusReason since"
                  + " createdAt scheduledAt backendDetails source"),
          Map.entry("TargetAttachments", "target"),
          Map.entry("Launch", "target account key token mounts scratch operationId graceUntil"),
          Map.entry("Instance", "name region target state reason startedAt"),
          Map.entry("Operation", "id type state progress history warnings startedAt result"),
          Map.entry("Plan", "changes warnings violations cost"),
          Map.entry("Audit", "report"));

  private Getters() {}

  /** Their names, as {@link Verbs#all()} tells them. */
  static Set<String> all() {
    Set<String> names = new TreeSet<>();
    BY_TYPE.forEach(
        (type, getters) ->
            Arrays.stream(getters.split(" ", -1)).forEach(g -> names.add(type + "." + g + "()")));
    return names;
  }

  /**
   * What the getters of a handle say, by name; empty for what is no handle.
   *
   * @param heard hears of each getter that was called
   */
  static Optional<Map<String, Object>> of(Object handle, Set<String> heard) {
    Set<String> all = all();
    Map<String, Object> told = new TreeMap<>();
    for (Class<?> type : interfacesOf(handle.getClass())) {
      for (Method method : type.getMethods()) {
        String name = Verbs.name(type, method);
        if (all.contains(name)) {
          heard.add(name);
          told.put(name, call(handle, method));
        }
      }
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(told);
  }

  /** Whether it stands for something that a client works with, rather than a value. */
  static boolean isHandle(Object value) {
    return !(value instanceof Record)
        && !(value instanceof Enum<?>)
        && !interfacesOf(value.getClass()).isEmpty();
  }

  private static Set<Class<?>> interfacesOf(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .filter(i -> i.getName().startsWith("dev.mooring."))
        .collect(Collectors.toSet());
  }

  private static Object call(Object handle, Method method) {
    try {
      Object told = method.invoke(handle);
      return told == null ? "nothing" : told;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof StorageException failure) {
        return failure;
      }
      throw new AssertionError(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new LinkageError(method + " is not public", e);
    }
  }
}
