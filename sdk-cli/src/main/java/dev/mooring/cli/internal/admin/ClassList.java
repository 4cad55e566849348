package dev.mooring.cli.internal.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.admin.ClassReport;
import dev.mooring.admin.StorageClasses;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.output.Table;
import dev.mooring.error.NotFoundException;
import dev.mooring.profile.ProfileOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the storage classes that profiles name. */
@Command(
    name = "list",
    description = "list the classes that the region's profiles name, each as validate finds it")
public final class ClassList implements Callable<Integer> {
  private final Cli cli;

  /** A class that profiles name; without a report when it is not there. */
  private record Named(String name, List<String> profiles, Optional<ClassReport> report) {}

  /** The command of a context. */
  public ClassList(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    StorageClasses classes = ClassCommand.classes(cli);
    String region = cli.region();
    String place = region == null ? cli.storage().regions().defaultRegion().name() : region;
    Map<String, List<String>> byClass = new TreeMap<>();
    for (ProfileOffer offer : cli.storage().profiles().list(place)) {
      offer
          .profile()
          .storageClassIfSet()
          .or(() -> ofDriver(offer))
          .ifPresent(
              name -> byClass.computeIfAbsent(name, key -> new ArrayList<>()).add(offer.name()));
    }
    List<Named> found =
        byClass.entrySet().stream()
            .map(entry -> new Named(entry.getKey(), entry.getValue(), report(classes, entry)))
            .toList();
    cli.print(() -> Json.array(found, ClassList::json), () -> text(found));
    if (found.isEmpty()) {
      cli.tell("no profile names a storage class");
    }
    return ExitCodes.DONE;
  }

  /** The class that a profile's driver stands for now. */
  private static Optional<String> ofDriver(ProfileOffer offer) {
    return offer.profile().driver() == null
        ? Optional.empty()
        : offer.features().storageClassIfKnown();
  }

  private static Optional<ClassReport> report(StorageClasses classes, Map.Entry<String, ?> entry) {
    try {
      return Optional.of(classes.validate(entry.getKey()));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode json(Named named) {
    ObjectNode json =
        named
            .report()
            .map(ReportOutput::json)
            .orElseGet(
                () ->
                    Json.object()
                        .put("name", named.name())
                        .putNull("provisioner")
                        .putNull("driver")
                        .put("sound", false));
    json.put("exists", named.report().isPresent());
    json.set("profiles", Json.texts(named.profiles()));
    return json;
  }

  private String text(List<Named> found) {
    if (found.isEmpty()) {
      return "";
    }
    Table table = new Table("NAME", "PROVISIONER", "SOUND", "PROFILES");
    for (Named named : found) {
      table.row(
          named.name(),
          named.report().map(ClassReport::provisioner).orElse("-"),
          named.report().map(report -> report.isSound() ? "yes" : "no").orElse("does not exist"),
          String.join(", ", named.profiles()));
    }
    return table.render(cli.terminal().width(), cli.style());
  }
}
