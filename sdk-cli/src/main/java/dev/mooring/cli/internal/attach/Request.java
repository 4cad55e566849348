package dev.mooring.cli.internal.attach;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.option.AmendedPlan;
import dev.mooring.cli.internal.option.MountOptions;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.error.Problem;
import dev.mooring.operation.Plan;

/** Makes the plan of a launch from the command line. */
public final class Request {
  private Request() {}

  /** The plan, with what could not be read among its violations. */
  public static Plan<Launch> plan(Cli cli, String verb, Target target, MountOptions mounts) {
    Reading reading = new Reading();
    LaunchRequest request = mounts.addTo(cli.storage().attachments().to(target), reading);
    return new AmendedPlan<>(
        request.plan(), reading.violations(), Problem.tried(verb).on(target.toString()));
  }
}
