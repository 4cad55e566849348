package dev.mooring.testkit.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

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

  /** How often who attached goes on to start. */
  private static final double STARTS = 0.6;

  private static final List<Act.Kind> KINDS =
      Stream.of(Act.Kind.values())
          .flatMap(kind -> Collections.nCopies(kind.share(), kind).stream())
          .toList();

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
      Act last = null;
      for (int i = 0; i < steps; i++) {
        Step step =
            last != null && last.kind() == Act.Kind.ATTACH && random.nextDouble() < STARTS
                ? step(random, Act.Kind.START, last.drive(), last.instance())
                : step(random, kind(random, i == 0 && client < DRIVES), drives);
        script.add(step);
        last = step.act();
      }
      scripts.add(script);
    }
    return new Schedule(seed, drives, scripts);
  }

  private static Act.Kind kind(Random random, boolean creates) {
    return creates ? Act.Kind.CREATE : KINDS.get(random.nextInt(KINDS.size()));
  }

  private static Step step(Random random, Act.Kind kind, List<String> drives) {
    String drive = drives.get(random.nextInt(drives.size()));
    return step(random, kind, drive, drive + "-i" + random.nextInt(INSTANCES));
  }

  private static Step step(Random random, Act.Kind kind, String drive, String instance) {
    int gigabytes = random.nextInt(5) == 0 ? 2 : 1;
    boolean killed = kind != Act.Kind.CRASH && random.nextDouble() < KILLS;
    double moment = killed ? Math.max(0.01, random.nextDouble() * 1.2) : 0;
    return new Step(new Act(kind, drive, instance, gigabytes), moment);
  }
}
