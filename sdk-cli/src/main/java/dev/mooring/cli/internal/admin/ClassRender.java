package dev.mooring.cli.internal.admin;

import dev.mooring.admin.ClassManifest;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Renders a storage class. */
@Command(
    name = "render",
    description = "print the objects of a class as YAML for review, values of Secrets masked")
public final class ClassRender implements Callable<Integer> {
  private final Cli cli;

  @Mixin private ClassOptions options;

  /** The command of a context. */
  public ClassRender(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    ClassManifest manifest = ClassCommand.classes(cli).render(options.read("render"));
    cli.print(() -> Json.object().put("yaml", manifest.yaml()), manifest::yaml);
    return ExitCodes.DONE;
  }
}
