package dev.mooring.kubernetes.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A kubeconfig that leads to a server of this machine, with a token. */
public final class LocalKubeconfig {
  private LocalKubeconfig() {}

  /** Writes it into a folder. */
  public static Path write(Path folder, int port) throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        current-context: here
        contexts: [{name: here, context: {cluster: c, user: u}}]
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: u, user: {token: t}}]
        """
            .formatted(port));
  }
}
