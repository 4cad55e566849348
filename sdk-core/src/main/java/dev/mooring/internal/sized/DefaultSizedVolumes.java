package dev.mooring.internal.sized;

import dev.mooring.adoption.AdoptVolume;
import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.feed.Watching;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.operation.Plan;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.sized.SizedVolumes;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeFilter;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The account's volumes of one kind, over all regions. */
public abstract class DefaultSizedVolumes<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements SizedVolumes<V, C> {
  private final SizedKind<V> type;
  private final Sessions sessions;
  private final Function<String, C> named;

  DefaultSizedVolumes(SizedKind<V> type, Sessions sessions, Function<String, C> named) {
    this.type = type;
    this.sessions = sessions;
    this.named = named;
  }

  @Override
  public V create(C request) {
    return new VolumeCreator<>(type, sessions).create(request);
  }

  @Override
  public V create(String name, UnaryOperator<C> options) {
    return create(options.apply(named.apply(name)));
  }

  @Override
  public Plan<V> plan(C request) {
    return VolumePlan.of(sessions, type, request);
  }

  @Override
  public V adopt(AdoptVolume request) {
    StaticVolumeSpec source = request.source();
    if (source == null || request.claim() != null || request.persistentVolume() != null) {
      return new VolumeAdoption<>(type, sessions, request).adopt();
    }
    C creation =
        named
            .apply(request.name())
            .region(request.region())
            .profile(request.profile())
            .description(request.description())
            .labels(request.labels())
            .mountPath(request.mountPath());
    Capacity size = request.size();
    return new VolumeCreator<>(type, sessions, source)
        .create(size == null ? creation : creation.size(size));
  }

  @Override
  public V named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new NotFoundException(
                    Problem.tried("find")
                        .on(type.kind().word() + "/" + Shown.plain(name))
                        .because("the account has no " + type.noun() + " of this name")
                        .hint("list the " + type.nouns() + " to see those it has")));
  }

  @Override
  public Optional<V> find(String name) {
    return VolumeFinder.find(sessions, type.kind(), name)
        .map(found -> type.handle(sessions, found.session(), found.view()));
  }

  @Override
  public Stream<V> list() {
    return list(VolumeFilter.where());
  }

  @Override
  public Stream<V> list(VolumeFilter filter) {
    Stream<RegionSession> regions =
        filter.region().isPresent()
            ? Stream.of(sessions.require(filter.region().get(), "list " + type.nouns()))
            : sessions.all().stream();
    return regions.flatMap(
        session ->
            VolumeListing.of(session, type.kind(), filter)
                .map(view -> type.handle(sessions, session, view)));
  }

  @Override
  public VolumeWatch watch(VolumeListener<? super V> listener) {
    return watch(listener, null);
  }

  @Override
  public VolumeWatch watch(ResumeToken from, VolumeListener<? super V> listener) {
    return watch(listener, Objects.requireNonNull(from, "from"));
  }

  private VolumeWatch watch(VolumeListener<? super V> listener, @Nullable ResumeToken from) {
    return Watching.begin(
        sessions,
        Set.of(type.kind()),
        from,
        listener,
        (session, view) -> type.handle(sessions, session, view));
  }
}
