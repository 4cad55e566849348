package dev.mooring.kubernetes;

import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Capability;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.crash.CrashFixture;
import dev.mooring.testkit.crash.FaultFixture;
import dev.mooring.testkit.crash.FaultLayer;
import dev.mooring.testkit.crash.HttpFaults;
import dev.mooring.testkit.crash.HttpTap;
import dev.mooring.testkit.crash.Tap;
import dev.mooring.testkit.fault.http.FaultProxy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A namespace of the real cluster, also through a proxy that breaks requests. */
final class ProxiedNamespace implements CrashFixture, FaultFixture {
  private final KubernetesFixture direct = new KubernetesFixture();
  private final Path folder;
  final FaultProxy proxy;
  private final HttpTap tap;
  private final HttpFaults layer;
  private final Path kubeconfig;
  private final Path configuration;

  /**
   * Makes one.
   *
   * @param folder for its files
   */
  ProxiedNamespace(Path folder) {
    this.folder = folder;
    this.proxy = proxy(direct.namespace);
    this.tap = new HttpTap(proxy);
    this.layer = new HttpFaults(proxy);
    this.kubeconfig = through(direct.namespace);
    this.configuration = writeConfiguration();
  }

  /** A proxy to the API server. It knows the server's authority and has no credentials. */
  private static FaultProxy proxy(TestNamespace namespace) {
    var config = namespace.admin().getConfiguration();
    return FaultProxy.to(URI.create(config.getMasterUrl()), trusting(config.getCaCertData()));
  }

  private static SSLContext trusting(String authority) {
    try (InputStream in = new ByteArrayInputStream(Base64.getDecoder().decode(authority))) {
      Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("cluster", certificate);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the cluster's authority cannot be read", e);
    }
  }

  /** A kubeconfig for a namespace of the same cluster, by way of the proxy. */
  Path through(TestNamespace namespace) {
    try {
      return Files.writeString(
          folder.resolve("kubeconfig-" + namespace.name()),
          Files.readString(namespace.kubeconfig())
              .replaceAll(
                  "cluster: \\{server: .*}", "cluster: {server: \"" + proxy.address() + "\"}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path writeConfiguration() {
    try {
      return Files.writeString(
          folder.resolve("mooring.yaml"),
          """
          regions:
            %s:
              kubernetes:
                kubeconfig: "%s"
                namespace: "%s"
                instance: {image: "mooring.local/tools:1", command: [sleep, infinity], pullPolicy: Never}
              profiles:
                - {name: block, kind: drive, lane: fast-rwo, storageClass: ceph-rbd, default: true}
          """
              .formatted(World.REGION, kubeconfig, direct.namespace.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The namespace. */
  TestNamespace namespace() {
    return direct.namespace;
  }

  @Override
  public Backend backend() {
    return direct.backend();
  }

  @Override
  public Kubernetes faulty() {
    return Kubernetes.fromKubeconfig(kubeconfig).namespace(direct.namespace.name());
  }

  @Override
  public FaultLayer layer() {
    return layer;
  }

  @Override
  public boolean exhaustive() {
    return Boolean.getBoolean("mooring.full");
  }

  @Override
  public Path configuration() {
    return configuration;
  }

  @Override
  public Tap tap() {
    return tap;
  }

  @Override
  public Set<Capability> capabilities() {
    return direct.capabilities();
  }

  @Override
  public Profile profile() {
    return direct.profile();
  }

  @Override
  public void assertEmpty(String account) {
    direct.assertEmpty(account);
  }

  @Override
  public void close() {
    proxy.close();
    direct.close();
  }
}
