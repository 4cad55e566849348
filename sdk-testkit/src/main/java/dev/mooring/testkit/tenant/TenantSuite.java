package dev.mooring.testkit.tenant;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.access.Owner;
import dev.mooring.error.StorageException;
import dev.mooring.instance.InstanceState;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Created;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.junit.Sentences;
import dev.mooring.volume.VolumeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Accounts that share a backend: every verb of the SDK is tried by one account on what another one
 * has, and on what it had and is gone. Both must look exactly the same, in results and in errors,
 * and nothing may change. The verbs are found by reflection: a new one without a step fails.
 *
 * <pre>{@code
 * class MyTenantTest extends TenantSuite {
 *   @AutoClose private static final BackendFixture FIXTURE = new MyFixture();
 *
 *   @Override
 *   protected BackendFixture fixture() {
 *     return FIXTURE;
 *   }
 * }
 * }</pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(Sentences.class)
public abstract class TenantSuite {
  /** Ends with its client, and has no effect on anybody else. */
  private static final String CLOSE = "StorageClient.close()";

  /** Storage classes are the cluster's: no account has any. */
  private static final String OF_THE_CLUSTER = "StorageClasses.";

  private @Nullable Neighbours neighbours;
  private final List<Transcript> ofWhatIsThere = new ArrayList<>();
  private final List<Transcript> ofWhatIsGone = new ArrayList<>();
  private List<StoredRecord> before = List.of();
  private List<StoredRecord> after = List.of();

  /** For subclasses. */
  protected TenantSuite() {}

  /** The backend under test; the same for all tests. */
  protected abstract BackendFixture fixture();

  @BeforeAll
  final void tryEverything() {
    Neighbours made = new Neighbours(fixture());
    neighbours = made;
    before = made.records(made.first);
    tryOn(made, made.there, ofWhatIsThere);
    tryOn(made, made.gone, ofWhatIsGone);
    after = made.records(made.first);
  }

  private static void tryOn(Neighbours made, Belongings theirs, List<Transcript> transcripts) {
    transcripts.add(Stranger.tries(made.b, theirs));
    transcripts.add(Namesake.lives(made.b, theirs));
  }

  @AfterAll
  final void leaveNothing() {
    if (neighbours != null) {
      neighbours.close();
    }
  }

  private Neighbours neighbours() {
    if (neighbours == null) {
      throw new AssertionError("nothing was tried");
    }
    return neighbours;
  }

  private static List<String> lines(List<Transcript> transcripts) {
    return transcripts.stream().flatMap(t -> t.lines().stream()).toList();
  }

  @Test
  void whatIsNotYoursLooksExactlyLikeWhatIsNotThere() {
    List<String> there = lines(ofWhatIsThere);
    assertThat(there).hasSizeGreaterThan(80);
    assertThat(there).isEqualTo(lines(ofWhatIsGone));
    System.out.printf(
        "tenants: %d verbs and getters, %d observations of what is there and of what is not, the"
            + " same%n",
        tried().size(), there.size());
  }

  @Test
  void everyVerbOfTheSdkIsTried() {
    Set<String> needed = new TreeSet<>(Verbs.all());
    assertThat(needed).contains("CloudDrives.named(String)", "Operation.await(Duration)");
    needed.remove(CLOSE);
    needed.removeIf(verb -> verb.startsWith(OF_THE_CLUSTER));
    if (!neighbours().hasFilesystems()) {
      needed.removeIf(verb -> verb.toLowerCase(Locale.ROOT).contains("filesystem"));
    }
    // Only a share that is there has them, and nobody gets at another's filesystem to have one.
    needed.removeIf(verb -> verb.startsWith("Share."));
    if (!fixture().capabilities().contains(Capability.AUDIT)) {
      needed.removeIf(verb -> verb.startsWith("Audit."));
    }
    if (!neighbours().hasSnapshots()) {
      needed.removeIf(verb -> verb.startsWith("Snapshot"));
    }
    assertThat(tried()).as("methods without a step here").containsAll(needed);
    assertThat(needed).as("methods that are no more").containsAll(tried());
  }

  private Set<String> tried() {
    Set<String> tried = new TreeSet<>();
    ofWhatIsThere.forEach(t -> tried.addAll(t.tried()));
    return tried;
  }

  @Test
  void nothingOfTheOtherAccountIsTold() {
    Neighbours made = neighbours();
    List<String> secrets =
        List.of(
            made.first,
            Neighbours.OWNER,
            Belongings.DESCRIPTION,
            made.there.launch().token(),
            made.there.launch().key());
    for (Transcript transcript : ofWhatIsThere) {
      assertThat(transcript.raw())
          .noneSatisfy(line -> assertThat(line).containsAnyOf(secrets.toArray(String[]::new)));
    }
  }

  @Test
  void nothingOfTheOtherAccountChanges() {
    assertThat(before).hasSizeGreaterThanOrEqualTo(2);
    assertThat(after).isEqualTo(before);
    Neighbours made = neighbours();
    assertThat(made.a.instances().named(made.there.word()).state())
        .isEqualTo(InstanceState.RUNNING);
    assertThat(made.a.attachments().of(made.there.target()).list())
        .hasSize(1 + made.there.filesystems().size());
  }

  @Test
  void keysOfTheOtherAccountOpenNothing() {
    Neighbours made = neighbours();
    StorageBackend foreign = made.raw(made.second);
    for (StoredRecord theirs : before) {
      assertThat(foreign.volumes().get(theirs.key())).isEmpty();
      assertThat(foreign.targets().get(theirs.key())).isEmpty();
    }
    assertThat(made.records(made.first)).isEqualTo(before);
  }

  /** As if two names of two accounts had one hash. */
  @Test
  void aKeyThatTheOtherAccountHasTakenGivesNothingAway() {
    Neighbours made = neighbours();
    VolumeRecord theirs =
        before.stream()
            .filter(VolumeRecord.class::isInstance)
            .map(VolumeRecord.class::cast)
            .findFirst()
            .orElseThrow();
    RecordStore<VolumeRecord> foreign = made.raw(made.second).volumes();
    VolumeRecord mine =
        VolumeRecord.draft(
            theirs.key(), of(made.second, theirs.spec()), theirs.operations().get(0));
    try {
      Created<VolumeRecord> created = foreign.create(mine);
      assertThat(created.created()).as("a record of its own").isTrue();
      assertThat(created.record().spec().account()).isEqualTo(made.second);
      Eventually.holds(
          "it is gone", () -> foreign.get(mine.key()).map(foreign::delete).orElse(true));
    } catch (StorageException e) {
      assertThat(e.getMessage()).doesNotContain(made.first, Neighbours.OWNER);
    }
    assertThat(made.records(made.first)).isEqualTo(before);
  }

  private static VolumeSpec of(String account, VolumeSpec s) {
    return new VolumeSpec(
        VolumeId.random(),
        account,
        s.kind(),
        s.name(),
        Owner.user("bob"),
        s.region(),
        s.profile(),
        s.sizeBytes(),
        s.accessMode(),
        s.storageClass(),
        null,
        s.mountPath(),
        s.labels());
  }

  @Test
  void aPageTokenOfTheOtherAccountOpensNothing() {
    Neighbours made = neighbours();
    VolumeRecord second = more(made);
    RecordQuery one = new RecordQuery(Map.of(), 1, null);
    RecordPage<VolumeRecord> page = made.raw(made.first).volumes().list(one);
    String token = page.next().orElseThrow();
    try {
      assertThat(made.raw(made.second).volumes().list(one.next(token)).records()).isEmpty();
    } catch (StorageException e) {
      assertThat(e.getMessage()).doesNotContain(made.first, second.key());
    }
    made.a.cloudDrives().named(second.spec().name()).purge().await(Eventually.PATIENCE);
  }

  private static VolumeRecord more(Neighbours made) {
    String name = made.there.word() + "-more";
    made.a
        .cloudDrives()
        .create(name, d -> d.size(gb(1)).region(Neighbours.REGION))
        .await(Eventually.PATIENCE);
    return made.raw(made.first).volumes().list(RecordQuery.where(Map.of())).records().stream()
        .filter(record -> record.spec().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aQueryForTheOtherAccountFindsNothing() {
    Neighbours made = neighbours();
    StorageBackend foreign = made.raw(made.second);
    RecordQuery query = RecordQuery.where(Map.of("account", made.first));
    assertThat(foreign.volumes().list(query).records()).isEmpty();
    assertThat(foreign.targets().list(query).records()).isEmpty();
  }

  @Test
  void aWatchHearsNothingOfTheOtherAccount() {
    Neighbours made = neighbours();
    Heard<VolumeRecord> mine = new Heard<>();
    Heard<VolumeRecord> theirs = new Heard<>();
    RecordStore.Watch owners = made.raw(made.first).volumes().watch(theirs);
    RecordStore.Watch others = made.raw(made.second).volumes().watch(mine);
    VolumeRecord second = more(made);
    made.a.cloudDrives().named(second.spec().name()).purge().await(Eventually.PATIENCE);
    Eventually.holds("the owner hears of it", () -> theirs.keys.contains(second.key()));
    owners.close();
    others.close();
    assertThat(mine.keys).isEmpty();
  }

  private static final class Heard<R extends StoredRecord> implements RecordListener<R> {
    private final List<String> keys = new CopyOnWriteArrayList<>();

    @Override
    public void changed(R record) {
      keys.add(record.key());
    }

    @Override
    public void deleted(String key) {
      keys.add(key);
    }

    @Override
    public void alive() {}

    @Override
    public void closed(@Nullable Throwable cause) {}
  }
}
