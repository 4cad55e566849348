package dev.mooring.cli.internal.admin;

import dev.mooring.admin.Admin;
import dev.mooring.admin.StorageClasses;
import dev.mooring.cli.internal.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of storage classes. */
@Command(name = "class", description = "storage classes, which profiles name")
public final class ClassCommand {
  private ClassCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new ClassCommand())
        .addSubcommand(new ClassList(cli))
        .addSubcommand(new ClassRender(cli))
        .addSubcommand(new ClassPlan(cli))
        .addSubcommand(new ClassApply(cli))
        .addSubcommand(new ClassValidate(cli));
  }

  /** The storage classes of the region asked for. */
  static StorageClasses classes(Cli cli) {
    Admin admin = cli.storage().admin();
    String region = cli.region();
    return region == null ? admin.storageClasses() : admin.storageClasses(region);
  }
}
