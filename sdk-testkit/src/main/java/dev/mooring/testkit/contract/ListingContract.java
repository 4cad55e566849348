package dev.mooring.testkit.contract;

import static dev.mooring.volume.VolumeFilter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.InvalidRequestException;
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
abstract class ListingContract extends Contract {
  private static final int MANY = 30;

  private void createMany() {
    IntStream.range(0, MANY).forEach(i -> storage.cloudDrives().create(small("d" + i)));
  }

  @Test
  void anEmptyAccountListsNothing() {
    assertThat(storage.cloudDrives().list()).isEmpty();
    assertThat(storage.attachments().list()).isEmpty();
    assertThat(storage.operations().running()).isEmpty();
    assertThat(storage.instances().list()).isEmpty();
  }

  @Test
  void aListOverManyPagesIsCompleteAndLazy() {
    createMany();
    SmallPages pages = new SmallPages(7);
    StorageClient paged = world.connect(pages);
    assertThat(paged.cloudDrives().list())
        .extracting(CloudDrive::name)
        .hasSize(MANY)
        .doesNotHaveDuplicates();
    int all = pages.asked();
    assertThat(all).as("pages asked for").isGreaterThanOrEqualTo(5);
    try (Stream<CloudDrive> list = paged.cloudDrives().list()) {
      assertThat(list.findFirst()).isPresent();
    }
    assertThat(pages.asked() - all).as("pages asked for one drive").isLessThanOrEqualTo(2);
    Stream<CloudDrive> unused = paged.cloudDrives().list();
    assertThat(unused).isNotNull();
    unused.close();
    assertThat(pages.asked() - all).as("pages asked for nothing").isLessThanOrEqualTo(2);
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
    storage.cloudDrives().create(small("one").label("team", "nlp").label("stage", "dev"));
    storage.cloudDrives().create(small("two").label("team", "nlp").label("stage", "prod"));
    storage.cloudDrives().create(small("three").label("team", "vision"));
    assertThat(storage.cloudDrives().list(where().label("team", "nlp")))
        .extracting(CloudDrive::name)
        .containsExactlyInAnyOrder("one", "two");
    assertThat(storage.cloudDrives().list(where().label("team", "nlp").label("stage", "dev")))
        .extracting(CloudDrive::name)
        .containsExactly("one");
    assertThat(storage.cloudDrives().list(where().label("team", "none"))).isEmpty();
    assertThat(storage.cloudDrives().list(where().label("none", "nlp"))).isEmpty();
  }

  @Test
  void aStatusSelectsByWhatTheDriveIsNow() {
    drive("free");
    drive("held");
    attach("a", "held");
    assertThat(storage.cloudDrives().list(where().status(VolumeStatus.ATTACHED)))
        .extracting(CloudDrive::name)
        .containsExactly("held");
    VolumeStatus free = storage.cloudDrives().named("free").status();
    assertThat(storage.cloudDrives().list(where().status(free).region(REGION)))
        .extracting(CloudDrive::name)
        .containsExactly("free");
    assertThat(storage.cloudDrives().list(where().status(VolumeStatus.FAILED))).isEmpty();
  }

  @Test
  void anUnknownRegionIsRefusedAndNotEmpty() {
    assertThatThrownBy(() -> storage.cloudDrives().list(where().region("us-centrl")).toList())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(REGION);
  }

  @Test
  void anotherOwnersDrivesAreTheAccountsToo() {
    storage.as(Owner.group("nlp")).cloudDrives().create(small("shared"));
    storage.cloudDrives().create(small("own"));
    assertThat(storage.cloudDrives().list())
        .extracting(CloudDrive::name, drive -> drive.owner().toString())
        .containsExactlyInAnyOrder(tuple("shared", "group/nlp"), tuple("own", "user/ana"));
  }

  /** Lets a store answer with small pages only, and counts them. */
  private static final class SmallPages implements Interceptor {
    private final int limit;
    private final AtomicInteger asked = new AtomicInteger();

    SmallPages(int limit) {
      this.limit = limit;
    }

    int asked() {
      return asked.get();
    }

    @Override
    public @Nullable Object around(Call call) throws Throwable {
      if (call.name().equals("volumes.list") && call.argument() instanceof RecordQuery query) {
        asked.incrementAndGet();
        int size = Math.min(limit, query.limit());
        return call.proceed(new RecordQuery(query.index(), size, query.continueFrom()));
      }
      return call.proceed();
    }
  }
}
