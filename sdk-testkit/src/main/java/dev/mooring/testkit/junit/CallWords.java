package dev.mooring.testkit.junit;

import dev.mooring.operation.OperationType;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.fault.Interceptor.Call;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The calls to a backend that begin what a user asks for, by the user's word. */
final class CallWords {
  private static final Map<String, Predicate<Call>> WORDS =
      Map.of(
          "create", named("volumes.create"),
          "delete", named("volumes.swap").and(CallWords::deletes),
          "attach",
              named("targets.create")
                  .or(named("targets.swap"))
                  .and(call -> runs(call, OperationType.ATTACH)),
          "detach", named("targets.swap").and(call -> runs(call, OperationType.DETACH)),
          "launch", named("InstanceHosting.launch"),
          "stop", named("InstanceHosting.stop"),
          "exec", named("InstanceHosting.exec"),
          "read", named("volumes.get"),
          "list", named("volumes.list"));

  private CallWords() {}

  static Predicate<Call> predicate(String what) {
    Predicate<Call> word = WORDS.get(what);
    if (word != null) {
      return word;
    }
    if (what.indexOf('.') > 0) {
      return named(what);
    }
    throw new IllegalArgumentException(
        "no call is named '"
            + what
            + "': choose one of "
            + new TreeSet<>(WORDS.keySet())
            + ", or a name such as Provisioning.advance");
  }

  private static Predicate<Call> named(String name) {
    return call -> call.name().equals(name);
  }

  /** Also where a trash keeps it: its deletion has ended then. */
  private static boolean deletes(Call call) {
    return call.argument() instanceof VolumeRecord record
        && record.operations().stream().anyMatch(o -> o.type() == OperationType.DELETE);
  }

  private static boolean runs(Call call, OperationType type) {
    return call.argument() instanceof TargetRecord record && record.running(type).isPresent();
  }
}
