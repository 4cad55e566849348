package dev.mooring.examples.platform;

import dev.mooring.attachment.Launch;
import dev.mooring.kubernetes.KubernetesMounts;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Machines that are pods of the platform's own making. */
public final class PodMachines implements Machines {
  private static final long MINUTES = 5;

  private final KubernetesClient client = new KubernetesClientBuilder().build();
  private final String image;
  private final Map<String, String> namespaces = new ConcurrentHashMap<>();

  /**
   * Pods of an image, in the cluster that kubectl would talk to.
   *
   * @param image an image with a shell's usual tools
   */
  public PodMachines(String image) {
    this.image = image;
  }

  @Override
  public void start(Launch launch) {
    KubernetesMounts mounts = KubernetesMounts.of(launch);
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(launch.target().name())
            .endMetadata()
            .withNewSpec()
            .withTerminationGracePeriodSeconds(0L)
            .addNewContainer()
            .withName("main")
            .withImage(image)
            .withImagePullPolicy("IfNotPresent")
            .withCommand("sleep", "infinity")
            .endContainer()
            .endSpec()
            .build();
    namespaces.put(launch.target().name(), mounts.namespace());
    client.pods().inNamespace(mounts.namespace()).resource(mounts.addTo(pod)).create();
    pod(launch.target().name()).waitUntilReady(MINUTES, TimeUnit.MINUTES);
  }

  private PodResource pod(String machine) {
    return client
        .pods()
        .inNamespace(Objects.requireNonNull(namespaces.get(machine), machine))
        .withName(machine);
  }

  @Override
  public String run(String machine, String... command) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (ExecWatch process =
        pod(machine).writingOutput(output).writingError(output).exec(command)) {
      int exitCode = process.exitCode().get(MINUTES, TimeUnit.MINUTES);
      String text = output.toString(StandardCharsets.UTF_8);
      if (exitCode != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + text);
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(String.join(" ", command), e);
    }
  }

  @Override
  public void stop(String machine) {
    pod(machine).delete();
    pod(machine).waitUntilCondition(Objects::isNull, MINUTES, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    client.close();
  }
}
