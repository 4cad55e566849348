package dev.mooring.testkit.contract;

import static dev.mooring.volume.VolumeFilter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.VolumeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Listing: complete over all pages, lazy, and filtered. */
abstract class ListingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  ListingContract(Kind<V, C> kind) {
    super(kind);
  }

  private static final int MANY = 16;

  private void createMany() {
    IntStream.range(0, MANY).forEach(i -> volumes(storage).create(small("d" + i)));
  }

  @Test
  void anEmptyAccountListsNothing() {
    assertThat(volumes(storage).list()).isEmpty();
    assertThat(storage.attachments().list()).isEmpty();
    assertThat(storage.operations().running()).isEmpty();
    assertThat(storage.instances().list()).isEmpty();
  }

  @Test
  void aListOverManyPagesIsCompleteAndLazy() {
    createMany();
    SmallPages pages = new SmallPages(7);
    StorageClient paged = world.connect(pages);
    assertThat(volumes(paged).list()).extracting(V::name).hasSize(MANY).doesNotHaveDuplicates();
    int all = pages.asked();
    assertThat(all).as("pages asked for").isGreaterThanOrEqualTo(3);
    try (Stream<V> list = volumes(paged).list()) {
      assertThat(list.findFirst()).isPresent();
    }
    assertThat(pages.asked() - all).as("pages asked for one drive").isLessThanOrEqualTo(2);
    Stream<V> unused = volumes(paged).list();
    assertThat(unused).isNotNull();
    unused.close();
    assertThat(pages.asked() - all).as("pages asked for nothing").isLessThanOrEqualTo(2);
  }

  @Test
  void holdersAreAskedForOnceHoweverManyPagesThereAre() {
    List<String> held = List.of("h0", "h1", "h2", "h3", "h4", "h5");
    held.forEach(this::volume);
    volume("free");
    attach("a", "h0", "h2", "h4");
    attach("b", "h1", "h3", "h5");
    SmallPages pages = new SmallPages(2);
    StorageClient paged = world.connect(pages);
    assertThat(volumes(paged).list().filter(v -> !v.attachments().isEmpty()))
        .extracting(V::name)
        .containsExactlyInAnyOrderElementsOf(held);
    assertThat(pages.asked()).as("pages asked for").isGreaterThanOrEqualTo(4);
    assertThat(pages.targets()).as("times targets were listed").isEqualTo(1);
    assertThat(pages.presence()).as("times their life was asked for").isEqualTo(1);
  }

  @Test
  void theStorePagesByItselfInTheOrderOfKeys() {
    createMany();
    StorageBackend backend = world.raw();
    List<String> keys = new ArrayList<>();
    RecordQuery query = new RecordQuery(Map.of(), 7, null);
    while (true) {
      RecordPage<VolumeRecord> page = backend.volumes().list(query);
      assertThat(page.records()).hasSizeLessThanOrEqualTo(7);
      page.records().forEach(record -> keys.add(record.key()));
      if (page.next().isEmpty()) {
        break;
      }
      query = query.next(page.next().orElseThrow());
    }
    assertThat(keys).hasSize(MANY).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void labelsSelectAndAllMustFit() {
    volumes(storage).create(small("one").label("team", "nlp").label("stage", "dev"));
    volumes(storage).create(small("two").label("team", "nlp").label("stage", "prod"));
    volumes(storage).create(small("three").label("team", "vision"));
    assertThat(volumes(storage).list(where().label("team", "nlp")))
        .extracting(V::name)
        .containsExactlyInAnyOrder("one", "two");
    assertThat(volumes(storage).list(where().label("team", "nlp").label("stage", "dev")))
        .extracting(V::name)
        .containsExactly("one");
    assertThat(volumes(storage).list(where().label("team", "none"))).isEmpty();
    assertThat(volumes(storage).list(where().label("none", "nlp"))).isEmpty();
  }

  @Test
  void aStatusSelectsByWhatTheDriveIsNow() {
    volume("free");
    volume("held");
    attach("a", "held");
    assertThat(volumes(storage).list(where().status(VolumeStatus.ATTACHED)))
        .extracting(V::name)
        .containsExactly("held");
    VolumeStatus free = volumes(storage).named("free").status();
    assertThat(volumes(storage).list(where().status(free).region(REGION)))
        .extracting(V::name)
        .containsExactly("free");
    assertThat(volumes(storage).list(where().status(VolumeStatus.FAILED))).isEmpty();
  }

  @Test
  void anUnknownRegionIsRefusedAndNotEmpty() {
    assertThatThrownBy(() -> volumes(storage).list(where().region("us-centrl")).toList())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(REGION);
  }

  @Test
  void anotherOwnersDrivesAreTheAccountsToo() {
    volumes(storage.as(Owner.group("nlp"))).create(small("shared"));
    volumes(storage).create(small("own"));
    assertThat(volumes(storage).list())
        .extracting(V::name, drive -> drive.owner().toString())
        .containsExactlyInAnyOrder(tuple("shared", "group/nlp"), tuple("own", "user/ana"));
  }

  /** Lets a store answer with small pages only, and counts them and what is asked beside. */
  private static final class SmallPages implements Interceptor {
    private final int limit;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger targets = new AtomicInteger();
    private final AtomicInteger presence = new AtomicInteger();

    SmallPages(int limit) {
      this.limit = limit;
    }

    int asked() {
      return asked.get();
    }

    int targets() {
      return targets.get();
    }

    int presence() {
      return presence.get();
    }

    @Override
    public @Nullable Object around(Call call) throws Throwable {
      if (call.name().equals("targets.list")) {
        targets.incrementAndGet();
      } else if (call.name().equals("Attaching.presence")) {
        presence.incrementAndGet();
      }
      if (call.name().equals("volumes.list") && call.argument() instanceof RecordQuery query) {
        asked.incrementAndGet();
        int size = Math.min(limit, query.limit());
        return call.proceed(new RecordQuery(query.index(), size, query.continueFrom()));
      }
      return call.proceed();
    }
  }
}
