package dev.mooring.cli.internal.admin;

import dev.mooring.admin.ClassSecret;
import dev.mooring.admin.StorageClassSpec;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.secret.Secret;
import dev.mooring.secret.SecretReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The description of a storage class. Values of Secrets are given by reference only. */
public final class ClassOptions {
  @Parameters(paramLabel = "NAME", description = "the class's name")
  private String name;

  @Option(
      names = "--driver",
      paramLabel = "D",
      required = true,
      description = "the CSI driver's name in the cluster, like rbd.csi.ceph.com")
  private String driver;

  @Option(
      names = "--parameter",
      paramLabel = "K=V",
      description = "a parameter of the driver; repeatable")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--mount-option",
      paramLabel = "O",
      description = "how its volumes are mounted; repeatable")
  private List<String> mountOptions = List.of();

  @Option(
      names = "--secret",
      paramLabel = "NAMESPACE/NAME",
      description = "the Secret that the driver gets")
  private @Nullable String secret;

  @Option(
      names = "--secret-value",
      paramLabel = "KEY=REF",
      description =
          "a value of that Secret, which is then made: env:NAME or file:PATH, never the value"
              + " itself; repeatable")
  private Map<String, String> values = Map.of();

  @Option(
      names = "--node-secret",
      paramLabel = "NAMESPACE/NAME",
      description = "the Secret that nodes get instead")
  private @Nullable String nodeSecret;

  @Option(names = "--no-expand", description = "its volumes may not grow")
  private boolean fixed;

  @Option(names = "--on-first-use", description = "a volume is made when its first pod is")
  private boolean onFirstUse;

  @Option(names = "--retain", description = "the bytes stay when a volume is deleted")
  private boolean retain;

  @Option(names = "--no-snapshots", description = "make no snapshot class")
  private boolean noSnapshots;

  /**
   * The class described.
   *
   * @throws dev.mooring.error.InvalidRequestException with all that cannot be read
   */
  StorageClassSpec read(String verb) {
    Reading reading = new Reading();
    StorageClassSpec spec =
        StorageClassSpec.of(name, driver)
            .expands(!fixed)
            .onFirstUse(onFirstUse)
            .retains(retain)
            .snapshots(!noSnapshots);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      spec = spec.parameter(parameter.getKey(), parameter.getValue());
    }
    for (String option : mountOptions) {
      spec = spec.mountOption(option);
    }
    Optional<ClassSecret> drivers = secret(reading, "secret", secret);
    if (drivers.isEmpty() && !values.isEmpty() && secret == null) {
      reading.wrong("secretValue", "belongs to --secret NAMESPACE/NAME, which is missing");
    }
    if (drivers.isPresent()) {
      spec = spec.secret(withValues(reading, drivers.get()));
    }
    Optional<ClassSecret> nodes = secret(reading, "nodeSecret", nodeSecret);
    if (nodes.isPresent()) {
      spec = spec.nodeSecret(nodes.get());
    }
    reading.check(verb, "storage class " + name);
    return spec;
  }

  private static Optional<ClassSecret> secret(
      Reading reading, String field, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String[] parts = text.split("/", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      reading.wrong(field, "must be NAMESPACE/NAME, like rook-ceph/csi-rbd");
      return Optional.empty();
    }
    return Optional.of(ClassSecret.named(parts[0], parts[1]));
  }

  private ClassSecret withValues(Reading reading, ClassSecret named) {
    ClassSecret made = named;
    for (Map.Entry<String, String> value : values.entrySet()) {
      Optional<Secret> read = value(reading, "secretValue." + value.getKey(), value.getValue());
      if (read.isPresent()) {
        made = made.with(value.getKey(), read.get());
      }
    }
    return made;
  }

  /** A value by its reference; what is wrong is told without the text, which may be a secret. */
  private static Optional<Secret> value(Reading reading, String field, String text) {
    try {
      Optional<Secret> read = SecretReference.parse(text).read();
      if (read.isEmpty()) {
        reading.wrong(field, "must be env:NAME or file:PATH: only a cluster can read others");
      }
      return read;
    } catch (IllegalArgumentException e) {
      reading.wrong(field, "must be env:NAME or file:PATH");
    } catch (InvalidRequestException e) {
      e.violations().forEach(v -> reading.wrong(field, v.field() + " " + v.message()));
    }
    return Optional.empty();
  }
}
