package dev.mooring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.junit.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script runs under JBang, which gets Mooring from a repository of the jars just built and all
 * else from what Maven has downloaded. Runs once the jars are packaged.
 */
@DisplayNameGeneration(Sentences.class)
class ScriptPackagedTest {
  /** JBang's way to say: run the command that was printed. */
  private static final int RUN_WHAT_WAS_PRINTED = 255;

  private static final Path ROOT =
      Path.of(System.getProperty("mooring.root", "..")).toAbsolutePath().normalize();
  private static final String VERSION = System.getProperty("mooring.version", "0.1.0-SNAPSHOT");

  @TempDir Path home;

  @Test
  void theScriptRunsOnTheEmbeddedBackend() throws Exception {
    Path repository = home.resolve("repository");
    deploy(repository, "mooring-parent", ROOT, "pom");
    for (String module : List.of("sdk-core", "sdk-jdbc", "sdk-embedded")) {
      deploy(repository, module, ROOT.resolve(module), "pom");
      deploy(repository, module, ROOT.resolve(module), "jar");
    }
    Path script = ROOT.resolve("sdk-examples/src/main/jbang/Quickstart.java");
    Program program = new Program(home, Map.of("JBANG_DIR", home.resolve("jbang").toString()));
    List<String> command = program.java();
    command.addAll(
        List.of(
            "-cp",
            Program.classPath(),
            "dev.jbang.Main",
            "run",
            "--repos",
            "built=" + repository.toUri() + ",downloaded=" + downloads().toUri(),
            "-Duser.home=" + home,
            script.toString()));

    Program.Result prepared = program.run(command);
    assertThat(prepared.exitCode())
        .as("%s%n%s", prepared.stdout(), prepared.stderr())
        .isEqualTo(RUN_WHAT_WAS_PRINTED);
    String output =
        program.run(List.of("sh", "-c", "exec " + prepared.stdout().strip())).succeeded();
    assertThat(output).contains("drive/scratchpad AVAILABLE 10GB").contains("data: results");
    assertThat(home.resolve(".mooring")).isDirectory();
  }

  private static Path downloads() {
    return Path.of(System.getProperty("mooring.localRepository", ""));
  }

  /** Puts a module's pom or jar where a repository has it. */
  private static void deploy(Path repository, String artifact, Path module, String type)
      throws IOException {
    String file = artifact + "-" + VERSION + "." + type;
    Path source = type.equals("pom") ? module.resolve("pom.xml") : module.resolve("target/" + file);
    Path folder = repository.resolve("dev/mooring").resolve(artifact).resolve(VERSION);
    Files.createDirectories(folder);
    Files.copy(source, folder.resolve(file));
  }
}
