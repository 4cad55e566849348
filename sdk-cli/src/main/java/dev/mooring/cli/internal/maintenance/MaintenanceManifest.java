package dev.mooring.cli.internal.maintenance;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.kubernetes.MaintenanceCronJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a CronJob that runs maintenance. */
@Command(
    name = "manifest",
    description = "print a Kubernetes CronJob that runs maintenance; changes nothing")
public final class MaintenanceManifest implements Callable<Integer> {
  private final Cli cli;

  @Option(
      names = "--image",
      required = true,
      paramLabel = "IMAGE",
      description = "a container image with the command mooring")
  private String image;

  @Option(
      names = "--namespace",
      required = true,
      paramLabel = "N",
      description = "where the CronJob runs")
  private String namespace;

  @Option(
      names = "--service-account",
      paramLabel = "N",
      defaultValue = "mooring",
      description = "its service account, with the rights of role.yaml (${DEFAULT-VALUE})")
  private String serviceAccount;

  @Option(
      names = "--config-map",
      paramLabel = "N",
      defaultValue = "mooring",
      description = "the ConfigMap with the key mooring.yaml (${DEFAULT-VALUE})")
  private String configMap;

  @Option(
      names = "--schedule",
      paramLabel = "CRON",
      defaultValue = "7 * * * *",
      description = "when, in UTC (${DEFAULT-VALUE})")
  private String schedule;

  @Option(
      names = "--name",
      paramLabel = "N",
      defaultValue = "mooring-maintenance",
      description = "its name (${DEFAULT-VALUE})")
  private String name;

  /** The command of a context. */
  public MaintenanceManifest(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    MaintenanceCronJob job =
        MaintenanceCronJob.named(name)
            .namespace(namespace)
            .image(image)
            .schedule(schedule)
            .serviceAccount(serviceAccount)
            .configMap(configMap);
    String yaml = job.yaml();
    cli.print(() -> Json.object().put("manifest", yaml), () -> yaml);
    return ExitCodes.DONE;
  }
}
