package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.StorageException;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.VolumeStatus;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeEvent;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Following volumes, from now on and from a token. */
abstract class FollowingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  FollowingContract(Kind<V, C> kind) {
    super(kind);
  }

  /** Hears events, and how the watch ended. */
  static final class Heard<V extends SizedVolume<?>> implements VolumeListener<V> {
    final List<VolumeEvent<? extends V>> events = new CopyOnWriteArrayList<>();
    final List<StorageException> ends = new CopyOnWriteArrayList<>();

    @Override
    public void heard(VolumeEvent<? extends V> event) {
      events.add(event);
    }

    @Override
    public void ended(StorageException cause) {
      ends.add(cause);
    }

    /** For example {@code CREATED workspace}. */
    List<String> words() {
      return events.stream().map(event -> event.type() + " " + event.ref().name()).toList();
    }

    void untilStatus(String name, VolumeStatus status) {
      Eventually.holds(
          name + " is told to be " + status,
          () ->
              events.stream()
                  .filter(event -> event.ref().name().equals(name))
                  .reduce((first, second) -> second)
                  .flatMap(VolumeEvent::volumeIfSeen)
                  .filter(volume -> volume.status() == status)
                  .isPresent());
    }

    void until(VolumeEvent.Type type, String name) {
      Eventually.holds(name + " is told to be " + type, () -> words().contains(type + " " + name));
    }
  }

  @Test
  void tellsWhatBecomesOfAVolumeToItsEnd() {
    Heard<V> heard = new Heard<>();
    try (VolumeWatch watch = volumes(storage).watch(heard)) {
      StorageClient other = world.connect();
      V made = volume(other, "workspace");
      heard.untilStatus("workspace", VolumeStatus.AVAILABLE);
      attach(other, "a", "workspace");
      Eventually.holds(
          "the attachment is told",
          () ->
              heard.events.stream()
                  .anyMatch(
                      event ->
                          event
                              .volumeIfSeen()
                              .filter(v -> !v.attachments().isEmpty())
                              .isPresent()));
      other.attachments().of(instance("a")).detachAll().await(PATIENCE);
      heard.untilStatus("workspace", VolumeStatus.AVAILABLE);
      volumes(other).named("workspace").delete().await(PATIENCE);
      heard.until(VolumeEvent.Type.DELETED, "workspace");
      assertThat(heard.events.get(0).type()).isEqualTo(VolumeEvent.Type.CREATED);
      assertThat(heard.events)
          .allSatisfy(
              event -> {
                assertThat(event.id()).isEqualTo(made.id());
                assertThat(event.ref()).isEqualTo(kind.ref("workspace"));
                assertThat(event.volumeIfSeen()).as("seen while it was there").isPresent();
              });
      assertThat(heard.events)
          .extracting(VolumeEvent::type)
          .containsOnlyOnce(VolumeEvent.Type.DELETED);
      Eventually.holds(
          "the watch's token is its last event's",
          () ->
              watch
                  .token()
                  .text()
                  .equals(heard.events.get(heard.events.size() - 1).token().text()));
    }
    assertThat(heard.ends).isEmpty();
  }

  @Test
  void tellsNothingOfWhatWasThereBeforeUnlessItBeginsAtTheBeginning() {
    volume("before");
    Heard<V> later = new Heard<>();
    Heard<V> all = new Heard<>();
    try (VolumeWatch one = volumes(storage).watch(later);
        VolumeWatch two = volumes(storage).watch(ResumeToken.beginning(), all)) {
      volume("after");
      later.untilStatus("after", VolumeStatus.AVAILABLE);
      all.untilStatus("after", VolumeStatus.AVAILABLE);
      assertThat(one).isNotSameAs(two);
    }
    assertThat(later.words()).doesNotContain("CREATED before").contains("CREATED after");
    assertThat(all.words()).contains("CREATED before", "CREATED after");
  }

  @Test
  void resumesInAnotherProcessWithWhatHasChangedMeanwhile() {
    volume("same");
    V deleted = volume("deleted");
    volume("changed");
    V replaced = volume("replaced");
    Heard<V> first = new Heard<>();
    String token;
    try (VolumeWatch watch = volumes(storage).watch(ResumeToken.beginning(), first)) {
      Eventually.holds("all are told", () -> first.events.size() >= 4);
      Eventually.holds(
          "the token is the last event's",
          () ->
              watch
                  .token()
                  .text()
                  .equals(first.events.get(first.events.size() - 1).token().text()));
      token = watch.token().text();
    }
    deleted.delete().await(PATIENCE);
    attach("a", "changed");
    replaced.delete().await(PATIENCE);
    V again = volume("replaced");
    volume("created");
    Heard<V> second = new Heard<>();
    VolumeWatch watch = volumes(world.connect()).watch(ResumeToken.of(token), second);
    second.until(VolumeEvent.Type.CREATED, "replaced");
    watch.close();
    assertThat(second.words())
        .containsExactlyInAnyOrder(
            "DELETED deleted",
            "DELETED replaced",
            "CREATED created",
            "CHANGED changed",
            "CREATED replaced");
    assertThat(second.events)
        .filteredOn(event -> event.type() == VolumeEvent.Type.DELETED)
        .allSatisfy(
            event -> {
              assertThat(event.volumeIfSeen()).as("nobody saw it here").isEmpty();
              assertThat(event.id()).isIn(deleted.id(), replaced.id());
              assertThat(event.observedAt()).isAfterOrEqualTo(again.createdAt());
            });
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
  }

  @Test
  void aTokenOfAnythingElseIsRefused() {
    VolumeWatch everything = storage.watch(event -> {});
    everything.close();
    for (String text : List.of("", "nonsense", "mw1.", "mw1.AAAA", everything.token().text())) {
      assertThatThrownBy(() -> volumes(storage).watch(ResumeToken.of(text), event -> {}))
          .as(text)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("token");
    }
  }

  @Test
  void aClosedWatchTellsNothingAndAFailingListenerEndsItsOwnOnly() {
    Heard<V> open = new Heard<>();
    Heard<V> closed = new Heard<>();
    List<StorageException> ends = new CopyOnWriteArrayList<>();
    VolumeListener<V> failing =
        new VolumeListener<>() {
          @Override
          public void heard(VolumeEvent<? extends V> event) {
            throw new IllegalStateException("of the test");
          }

          @Override
          public void ended(StorageException cause) {
            ends.add(cause);
          }
        };
    VolumeWatch two = volumes(storage).watch(closed);
    two.close();
    try (VolumeWatch one = volumes(storage).watch(open);
        VolumeWatch three = volumes(storage).watch(failing)) {
      volume("workspace");
      open.untilStatus("workspace", VolumeStatus.AVAILABLE);
      Eventually.holds("the failing one has ended", () -> !ends.isEmpty());
      assertThat(three.token().text()).as("nothing was told").isEqualTo(two.token().text());
      assertThat(one.token().text()).isNotEmpty();
    }
    assertThat(closed.events).isEmpty();
    assertThat(ends)
        .singleElement()
        .satisfies(end -> assertThat(end.code()).isEqualTo(ErrorCode.INTERNAL));
  }
}
