package dev.mooring.kubernetes.internal.attach;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which claims of a pod an event about its volumes speaks of. Kubelet and controllers name the
 * PersistentVolume ({@code MountVolume.SetUp failed for volume "pvc-…"}, {@code Multi-Attach error
 * for volume "pvc-…"}), or the volumes of the pod's spec ({@code unmounted volumes=[a b]}).
 */
final class MountWords {
  private static final Pattern NAMED = Pattern.compile("for volume \"([^\"]+)\"");
  private static final Pattern LISTED = Pattern.compile("unmounted volumes=\\[([^\\]]*)]");

  private final Pod pod;
  private final UnaryOperator<String> volumeNames;
  private final Map<String, String> known = new TreeMap<>();

  /** The words about a pod; the PersistentVolume of a claim is asked for when it matters. */
  MountWords(Pod pod, UnaryOperator<String> volumeNames) {
    this.pod = pod;
    this.volumeNames = volumeNames;
  }

  Set<String> claims(String message) {
    Set<String> claims = new LinkedHashSet<>();
    Matcher listed = LISTED.matcher(message);
    if (listed.find()) {
      for (String name : listed.group(1).split("[, ]+", -1)) {
        claimOf(name).ifPresent(claims::add);
      }
    }
    Matcher named = NAMED.matcher(message);
    while (named.find()) {
      claims.addAll(behind(named.group(1)));
    }
    return claims;
  }

  /** The claim that a volume of the pod's spec names. */
  private Optional<String> claimOf(String volume) {
    return find(volume)
        .filter(found -> found.getPersistentVolumeClaim() != null)
        .map(found -> found.getPersistentVolumeClaim().getClaimName());
  }

  private Optional<Volume> find(String volume) {
    return pod.getSpec().getVolumes().stream()
        .filter(candidate -> candidate.getName().equals(volume))
        .findFirst();
  }

  /** The claims whose PersistentVolume, or whose volume in the pod's spec, has a name. */
  private List<String> behind(String name) {
    if (find(name).isPresent()) {
      return claimOf(name).stream().toList();
    }
    List<String> claims = Pods.claims(pod);
    return claims.stream()
        .filter(claim -> name.equals(known.computeIfAbsent(claim, volumeNames)))
        .toList();
  }
}
