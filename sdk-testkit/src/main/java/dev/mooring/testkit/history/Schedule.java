package dev.mooring.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What each client of a history does, all of it from a seed.
 *
 * @param seed the seed
 * @param drives the names of the drives
 * @param scripts the steps of each client
 */
record Schedule(long seed, List<String> drives, List<List<Step>> scripts) {
  private static final int DRIVES = 2;
  private static final int INSTANCES = 2;
  private static final double KILLS = 0.05;

  /** In the ratio in which they come: attaching is what is fought for. */
  private static final List<Act.Kind> KINDS =
      List.of(
          Act.Kind.CREATE, Act.Kind.CREATE, Act.Kind.CREATE,
          Act.Kind.DELETE, Act.Kind.DELETE,
          Act.Kind.ATTACH, Act.Kind.ATTACH, Act.Kind.ATTACH, Act.Kind.ATTACH, Act.Kind.ATTACH,
          Act.Kind.DETACH, Act.Kind.DETACH, Act.Kind.DETACH,
          Act.Kind.START, Act.Kind.START, Act.Kind.START,
          Act.Kind.STOP, Act.Kind.STOP,
          Act.Kind.CRASH,
          Act.Kind.READ, Act.Kind.READ, Act.Kind.READ,
          Act.Kind.RECOVER);

  /**
   * A step of a client.
   *
   * @param act what it does
   * @param kill when its process is killed, as a part of the time that such an act takes; 0 for
   *     never
   */
  record Step(Act act, double kill) {}

  Schedule {
    drives = List.copyOf(drives);
    scripts = scripts.stream().map(List::copyOf).toList();
  }

  /** The schedule of a seed, with names that no other seed uses. */
  static Schedule of(long seed, int clients, int steps) {
    Random random = new Random(seed);
    List<String> drives = new ArrayList<>();
    for (int i = 0; i < DRIVES; i++) {
      drives.add("h" + Long.toUnsignedString(seed, 36) + "-" + (char) ('a' + i));
    }
    List<List<Step>> scripts = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      List<Step> script = new ArrayList<>();
      for (int i = 0; i < steps; i++) {
        Act.Kind kind =
            i == 0 ? Act.Kind.CREATE : KINDS.get(random.nextInt(KINDS.size()));
        script.add(step(random, kind, drives.get(random.nextInt(DRIVES))));
      }
      scripts.add(script);
    }
    return new Schedule(seed, drives, scripts);
  }

  private static Step step(Random random, Act.Kind kind, String drive) {
    String instance = drive + "-i" + random.nextInt(INSTANCES);
    int gigabytes = random.nextInt(5) == 0 ? 2 : 1;
    boolean killed = kind != Act.Kind.CRASH && random.nextDouble() < KILLS;
    double moment = killed ? Math.max(0.01, random.nextDouble() * 1.2) : 0;
    return new Step(new Act(kind, drive, instance, gigabytes), moment);
  }
}
