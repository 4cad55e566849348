package dev.mooring.kubernetes.internal.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.attachment.MountState;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.UnavailableException;
import dev.mooring.instance.ExecResult;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Connection;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.attach.MountPlan;
import dev.mooring.kubernetes.internal.attach.NodeSelector;
import dev.mooring.kubernetes.internal.attach.Pods;
import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Index;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.MountPath;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Built-in instances: one pod each, with the instance's name. */
public final class PodHosting implements InstanceHosting {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Place place;
  private final RecordStore<VolumeRecord> drives;
  private final Api api;
  private final PodTemplate template;
  private final PodNames names;
  private final List<Profile> profiles;
  private final Pods pods;
  private final PodState state;
  private final PodExec exec;

  /** Instances of a place, whose claims are in the records of its drives, of these profiles. */
  public PodHosting(
      Place place,
      RecordStore<VolumeRecord> drives,
      Connection connection,
      PodTemplate template,
      PodNames names,
      List<Profile> profiles) {
    this.place = place;
    this.drives = drives;
    this.api = place.api();
    this.template = template;
    this.names = names;
    this.profiles = List.copyOf(profiles);
    this.pods = new Pods(place);
    this.state = new PodState(new Events(place, "Pod"));
    this.exec = new PodExec(place, connection);
  }

  @Override
  public Hosted launch(TargetRecord target, Map<String, VolumeRecord> volumes) {
    String name = target.target().name();
    if (!PodNames.valid(name)) {
      throw InvalidRequestException.of(
          api.errors().problem("launch", resource(name)), "target.name", "is no DNS label");
    }
    Optional<Pod> there = pod(name);
    if (there.isPresent() && !Pods.finished(there.get())) {
      return state.of(same(there.get(), target));
    }
    there.ifPresent(this::remove);
    Call call =
        Call.post(place.core("pods"), api.json().write(pod(target, volumes)))
            .saying("launch", resource(name));
    Answer answer = api.send(call);
    if (answer.code() == 409) {
      Optional<Pod> twin = pod(name);
      if (twin.isPresent() && !Pods.finished(twin.get())) {
        return state.of(same(twin.get(), target));
      }
      throw notGone(name);
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    Pod made = api.json().read(answer.body(), Pod.class);
    requireClaims(target, made);
    return state.of(made);
  }

  /**
   * Looks whether the drives are still the target's, now that its pod is there for everybody to
   * see: a slow launch may have lost them. Whoever takes a claim lists the pods afterwards, so that
   * one of the two sees the other.
   */
  private void requireClaims(TargetRecord target, Pod made) {
    List<TargetMount> lost = target.lost(drives::get);
    if (!lost.isEmpty()) {
      remove(made);
      throw new ConflictException(
          api.errors()
              .problem("launch", resource(target.target().name()))
              .because(lost.get(0).volume() + " is not claimed for it any more")
              .hint("plan it again"));
    }
  }

  private static List<TargetMount> mounts(TargetRecord target) {
    return target.mounts().stream().filter(m -> m.state() != MountState.DETACHING).toList();
  }

  private Pod pod(TargetRecord target, Map<String, VolumeRecord> volumes) {
    String name = target.target().name();
    return template.pod(place.namespace(), names.pod(name), name, plan(target, volumes));
  }

  private MountPlan plan(TargetRecord target, Map<String, VolumeRecord> volumes) {
    List<MountPlan.ClaimMount> claims =
        mounts(target).stream()
            .map(
                mount ->
                    new MountPlan.ClaimMount(mount.volumeKey(), mount.path(), mount.readOnly()))
            .toList();
    return MountPlan.of(
        target.account(),
        target.key(),
        target.token(),
        claims,
        target.scratch(),
        nodeSelector(target, volumes));
  }

  private Map<String, String> nodeSelector(TargetRecord target, Map<String, VolumeRecord> volumes) {
    NodeSelector nodes = new NodeSelector();
    for (TargetMount mount : mounts(target)) {
      VolumeRecord volume = volumes.get(mount.volumeKey());
      profiles.stream()
          .filter(profile -> volume != null && profile.name().equals(volume.spec().profile()))
          .forEach(profile -> nodes.add(mount.volume().toString(), profile.nodeSelector()));
    }
    if (!nodes.violations().isEmpty()) {
      throw new InvalidRequestException(
          api.errors().problem("launch", resource(target.target().name())), nodes.violations());
    }
    return nodes.labels();
  }

  /** The pod that is there, if it is this life's. */
  private Pod same(Pod pod, TargetRecord target) {
    String name = target.target().name();
    if (!ours(pod)) {
      throw InvalidRequestException.of(
          api.errors().problem("launch", resource(name)),
          "target.name",
          "there is a pod of this name in namespace "
              + place.namespace()
              + " that is no instance of"
              + " this account");
    }
    if (pod.getMetadata().getDeletionTimestamp() != null
        || !target.token().equals(Marks.label(pod, Marks.TOKEN))) {
      throw notGone(name);
    }
    return pod;
  }

  private UnavailableException notGone(String name) {
    return new UnavailableException(
        api.errors()
            .problem("launch", resource(name))
            .because("the instance's former pod is not gone yet")
            .hint("launch again when it is; stop it if it still runs"),
        SOON);
  }

  @Override
  public Optional<Hosted> find(String name) {
    return pod(name).filter(this::ours).map(state::of);
  }

  private Optional<Pod> pod(String name) {
    if (!PodNames.valid(name)) {
      return Optional.empty();
    }
    Call call = Call.get(path(name)).saying("read", resource(name));
    Answer answer = api.send(call);
    if (answer.code() == 404) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return Optional.of(api.json().read(answer.body(), Pod.class));
  }

  private boolean ours(Pod pod) {
    return Marks.label(pod, Marks.INSTANCE) != null
        && Marks.labels(Map.of(Index.ACCOUNT, place.account()))
            .equals(Map.of(Marks.ACCOUNT, String.valueOf(Marks.label(pod, Marks.ACCOUNT))));
  }

  @Override
  public List<Hosted> list() {
    Map<String, String> labels =
        new TreeMap<>(Marks.labels(Map.of(Index.ACCOUNT, place.account())));
    return pods.list(Marks.selector(labels) + "," + Marks.INSTANCE).stream()
        .map(state::of)
        .toList();
  }

  @Override
  public void stop(String name) {
    pod(name).filter(this::ours).ifPresent(this::remove);
  }

  /** Deletes this very pod; one that has ended goes at once. */
  private void remove(Pod pod) {
    String name = PodNames.instance(pod);
    if (!ours(pod)) {
      throw InvalidRequestException.of(
          api.errors().problem("launch", resource(name)),
          "target.name",
          "there is a pod of this name that is no instance of this account");
    }
    ObjectNode options = Json.object();
    options.put("kind", "DeleteOptions").put("apiVersion", "v1");
    options.putObject("preconditions").put("uid", pod.getMetadata().getUid());
    Call call = Call.delete(path(name), options.toString()).saying("stop", resource(name));
    Answer answer = api.send(call);
    // 409: another pod has the name by now, so this one is gone.
    if (!answer.ok() && answer.code() != 404 && answer.code() != 409) {
      throw api.error(call, answer);
    }
  }

  @Override
  public Optional<Path> path(String name, MountPath path) {
    Pod pod = pod(name).filter(this::ours).orElseThrow(() -> gone("look into", name));
    return pod.getSpec().getContainers().stream()
        .map(Container::getVolumeMounts)
        .flatMap(List::stream)
        .filter(mount -> mount.getMountPath().equals(path.value()))
        .findFirst()
        .map(mount -> Path.of(mount.getMountPath()));
  }

  @Override
  public ExecResult exec(String name, List<String> argv, Duration limit) {
    Pod pod = pod(name).filter(this::ours).orElseThrow(() -> gone("run a command in", name));
    return exec.run(pod.getMetadata().getName(), argv, limit);
  }

  private NotFoundException gone(String verb, String name) {
    return new NotFoundException(
        api.errors().problem(verb, resource(name)).because("there is no such instance"));
  }

  private String path(String name) {
    return place.core("pods") + "/" + names.pod(name);
  }

  private static String resource(String name) {
    return "instance/" + name;
  }
}
