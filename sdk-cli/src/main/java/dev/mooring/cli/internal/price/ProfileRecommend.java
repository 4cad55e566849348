package dev.mooring.cli.internal.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.ProfileJson;
import dev.mooring.profile.ProfileOption;
import dev.mooring.profile.Profiles;
import dev.mooring.profile.Recommendation;
import dev.mooring.profile.UseCase;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recommends a profile. */
@Command(
    name = "recommend",
    description = "rank a region's profiles for a use, and say why; changes nothing")
public final class ProfileRecommend implements Callable<Integer> {
  private final Cli cli;

  @Parameters(
      arity = "0..1",
      paramLabel = "USE",
      description =
          "code, datasets, checkpoints, sharing, archive, scratch, small-files or database")
  private @Nullable String use;

  @Option(names = "--for", paramLabel = "USE", description = "the same, said as in profile list")
  private @Nullable String same;

  @Spec private CommandSpec command;

  /** The command of a context. */
  public ProfileRecommend(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    UseCase wanted = UseWords.read(wanted());
    Profiles profiles = cli.storage().profiles();
    String region = cli.region();
    Recommendation found =
        region == null ? profiles.recommend(wanted) : profiles.recommend(wanted, region);
    ProfileOption best = found.best();
    cli.print(() -> json(found, best), () -> text(found));
    return ExitCodes.DONE;
  }

  private String wanted() {
    String text = use == null ? same : use;
    if (text == null || (use != null && same != null)) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "Say one use: " + UseWords.all());
    }
    return text;
  }

  private static ObjectNode json(Recommendation found, ProfileOption best) {
    ObjectNode json =
        Json.object()
            .put("useCase", found.useCase().word())
            .put("region", found.region())
            .put("best", best.name());
    json.set("options", Json.array(found.options(), ProfileRecommend::json));
    json.set("unfit", Json.array(found.unfit(), ProfileRecommend::json));
    return json;
  }

  private static ObjectNode json(ProfileOption option) {
    ObjectNode json = ProfileJson.of(option);
    json.set("reasons", Json.texts(option.reasons()));
    return json;
  }

  private String text(Recommendation found) {
    StringBuilder text = new StringBuilder();
    text.append(cli.style().bold("For " + found.useCase().words() + " in " + found.region()));
    text.append('\n');
    int place = 1;
    for (ProfileOption option : found.options()) {
      add(text, "  " + place++ + ". ", option);
    }
    if (!found.unfit().isEmpty()) {
      text.append(cli.style().bold("Not for it")).append('\n');
      found.unfit().forEach(option -> add(text, "  ", option));
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String lead, ProfileOption option) {
    text.append(lead).append(option.name()).append('\n');
    option.reasons().forEach(why -> text.append("       ").append(why).append('\n'));
  }
}
