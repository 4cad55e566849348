package dev.mooring.kubernetes.internal.classes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.admin.ClassManifest;
import dev.mooring.secret.Secret;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;

/** The objects of a class as YAML documents. */
final class ClassYaml {
  private static final String MASKED =
      "# Values of Secrets are masked: this is for review, not to be applied.\n";

  private final ClassObjects objects;

  ClassYaml(ClassObjects objects) {
    this.objects = objects;
  }

  ClassManifest manifest() {
    String head = objects.secrets().isEmpty() ? "" : MASKED;
    return new ClassManifest(head + text(true), Secret.of(text(false)));
  }

  private String text(boolean masked) {
    List<ObjectNode> all = new ArrayList<>();
    objects.secrets().forEach(secret -> all.add(objects.secretObject(secret, masked)));
    all.add(objects.classObject());
    if (objects.hasSnapshotClass()) {
      all.add(objects.snapshotClassObject());
    }
    StringBuilder text = new StringBuilder();
    for (ObjectNode object : all) {
      String yaml = Serialization.asYaml(object);
      text.append(yaml.startsWith("---") ? "" : "---\n").append(yaml);
    }
    return text.toString();
  }
}
