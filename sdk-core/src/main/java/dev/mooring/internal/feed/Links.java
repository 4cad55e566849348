package dev.mooring.internal.feed;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.watch.Pacer;
import dev.mooring.internal.watch.WatchHub;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The watches of volumes and targets, each with its own sign of life. */
final class Links implements AutoCloseable {
  private final Pacer pacer;
  private final Queue<Touch> touches;
  private @Nullable Link<?> volumes;
  private @Nullable Link<?> targets;

  private Links(Pacer pacer, Queue<Touch> touches) {
    this.pacer = pacer;
    this.touches = touches;
  }

  /** Opens both: every later change is a touch. */
  static Links open(RegionSession session, Pacer pacer, Queue<Touch> touches) {
    Links links = new Links(pacer, touches);
    boolean open = false;
    try {
      links.volumes =
          links.open(session.volumes(), volume -> Touch.volume(volume.key()), Touch::volume);
      links.targets = links.open(session.targets(), Links::of, Links::gone);
      open = true;
      return links;
    } finally {
      if (!open) {
        links.close();
      }
    }
  }

  private <R extends StoredRecord> Link<R> open(
      RecordStore<R> store, Function<R, Touch> changed, Function<String, Touch> deleted) {
    Link<R> link = new Link<>(changed, deleted);
    link.watch = store.watch(link);
    link.lastSign = pacer.nanos();
    return link;
  }

  /** What it mounts, and what it was seen to mount. */
  private static Touch of(TargetRecord target) {
    return new Touch(
        target.mounts().stream().map(TargetMount::volumeKey).collect(Collectors.toSet()),
        target.key());
  }

  private static Touch gone(String target) {
    return new Touch(Set.of(), target);
  }

  boolean alive() {
    return why().isEmpty();
  }

  /** Why it is not alive; empty while it is. */
  String why() {
    return volumes == null || targets == null
        ? "not open"
        : volumes.ended || targets.ended
            ? "a watch ended"
            : volumes.silent() || targets.silent() ? "90 s of silence" : "";
  }

  /** That the backend refuses one of them. */
  Optional<AccessDeniedException> refusal() {
    return Optional.ofNullable(volumes)
        .map(link -> link.refused)
        .or(() -> Optional.ofNullable(targets).map(link -> link.refused));
  }

  @Override
  public void close() {
    if (volumes != null) {
      volumes.close();
    }
    if (targets != null) {
      targets.close();
    }
  }

  private final class Link<R extends StoredRecord> implements RecordListener<R> {
    private final Function<R, Touch> ofChanged;
    private final Function<String, Touch> ofDeleted;
    private volatile RecordStore.@Nullable Watch watch;
    private volatile long lastSign = pacer.nanos();
    private volatile boolean ended;
    private volatile @Nullable AccessDeniedException refused;

    Link(Function<R, Touch> ofChanged, Function<String, Touch> ofDeleted) {
      this.ofChanged = ofChanged;
      this.ofDeleted = ofDeleted;
    }

    boolean silent() {
      return pacer.nanos() - lastSign > WatchHub.SILENCE.toNanos();
    }

    void close() {
      RecordStore.Watch open = watch;
      if (open != null) {
        open.close();
      }
    }

    @Override
    public void changed(R record) {
      lastSign = pacer.nanos();
      touches.add(ofChanged.apply(record));
    }

    @Override
    public void deleted(String key) {
      lastSign = pacer.nanos();
      touches.add(ofDeleted.apply(key));
    }

    @Override
    public void alive() {
      lastSign = pacer.nanos();
    }

    @Override
    public void closed(@Nullable Throwable cause) {
      refused = cause instanceof AccessDeniedException denied ? denied : null;
      ended = true;
      touches.add(Touch.NOTHING);
    }
  }
}
