package dev.mooring.benchmarks;

import dev.mooring.StorageClient;
import dev.mooring.config.Configuration;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where a measurement against a cluster happens: a configuration for the SDK, and beside it a plain
 * Kubernetes client for the same cluster and namespace, which is the peer.
 */
final class Place implements AutoCloseable {
  /** Names of one run begin so. */
  final String run = UUID.randomUUID().toString().substring(0, 8);

  final String namespace;
  final StorageClient storage;
  final KubernetesClient raw;

  private Place(Configuration configuration, String account) {
    this.namespace = "mooring-" + account;
    this.storage = StorageClient.builder().configuration(configuration).account(account).build();
    this.raw = new KubernetesClientBuilder().build();
  }

  /** The place of the configuration that is the first argument, in the cluster of KUBECONFIG. */
  static Place of(String[] args) {
    return of(args, "benchmarks");
  }

  /** The same for this account, which has a namespace of its own. */
  static Place of(String[] args, String account) {
    if (args.length == 0 || System.getenv("KUBECONFIG") == null) {
      System.err.println("Needs KUBECONFIG, and the configuration file as an argument.");
      System.exit(2);
    }
    return new Place(Configuration.load(Path.of(args[0])), account);
  }

  /** The number that is the second argument, or another. */
  static int count(String[] args, int otherwise) {
    return args.length < 2 ? otherwise : Integer.parseInt(args[1]);
  }

  /** The storage class of the profile of this name. */
  String storageClass(String profile) {
    return storage.profiles().list().stream()
        .map(ProfileOffer::profile)
        .filter(p -> p.name().equals(profile))
        .findFirst()
        .flatMap(Profile::storageClassIfSet)
        .orElseThrow(() -> new IllegalStateException("no class is set for profile " + profile));
  }

  @Override
  public void close() {
    storage.close();
    raw.close();
  }
}
