package dev.mooring.examples.platform;

import dev.mooring.attachment.Launch;

/** How the platform runs machines: its own business, which it had before it had storage. */
public interface Machines extends AutoCloseable {
  /** Starts the machine of a launch with the launch's volumes; returns when it runs. */
  void start(Launch launch);

  /** Runs a command in a machine, and returns what it printed. */
  String run(String machine, String... command);

  /** Stops a machine; returns when it is gone. */
  void stop(String machine);

  @Override
  void close();
}
