package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.access.Role;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Violation;
import dev.mooring.operation.Plan;
import dev.mooring.profile.Availability;
import dev.mooring.profile.CreateBy;
import dev.mooring.profile.Growth;
import dev.mooring.profile.Obstacle.Cause;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.Support;
import dev.mooring.profile.TransferEstimate;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.volume.StatusVocabulary;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The catalogue: what profiles tell of themselves, and who may create from them. */
abstract class CataloguingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  private static final String ASK = "storage@acme.example";

  CataloguingContract(Kind<V, C> kind) {
    super(kind);
  }

  /** A client whose region has these profiles, beside those of the fixture. */
  private StorageClient offering(Profile... more) {
    return world.connect(
        fixture().backend(),
        region -> {
          List<Profile> all = new ArrayList<>(region.profiles());
          all.addAll(List.of(more));
          return region.withProfiles(all);
        });
  }

  /** The profile of small volumes under another name, as somebody else's. */
  private Profile like(String name) {
    Profile own = profile();
    return Profile.of(name, own.kind(), own.lane())
        .withStorageClass(own.storageClass())
        .withAccessMode(own.accessMode())
        .withAdminContact(ASK);
  }

  private static ProfileOffer offer(StorageClient client, String name) {
    return client.profiles().list(REGION).stream()
        .filter(offer -> offer.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsDeclaredIsToldInTypesAndMeasuredApart() {
    Profile declared =
        like("declared")
            .withSizeStep(gb(1))
            .withDeclared(
                Map.of(
                    "durability",
                    Map.of("data", Map.of("erasure", "4+2"), "metadata", Map.of("replicas", 3)),
                    "expected",
                    Map.of("perClient", Map.of("readMBps", 100, "writeMBps", 50))));
    Profile profile = offer(offering(declared), "declared").profile();
    assertThat(profile.durability().orElseThrow())
        .hasToString("data erasure 4+2, metadata 3 replicas; survives 2 failures");
    assertThat(profile.durability().orElseThrow().rawPerUsable()).contains(new BigDecimal("1.5"));
    assertThat(profile.expected().orElseThrow().perClient().readMBps()).isEqualTo("100");
    assertThat(profile.samples()).isEmpty();
  }

  @Test
  void featuresAreThoseOfTheBackend() {
    ProfileOffer offer = offer(storage, profile().name());
    if (can(Capability.SNAPSHOTS)) {
      assertThat(offer.features().snapshots()).isEqualTo(Support.YES);
      assertThat(offer.features().growth()).isIn(Growth.ONLINE, Growth.OFFLINE);
      assertThat(offer.features().terms()).isNotEmpty();
      assertThat(volume("told").describe().terms()).isEqualTo(offer.features().terms());
    } else {
      assertThat(offer.features().snapshots()).isNotEqualTo(Support.YES);
    }
  }

  @Test
  void aKindThatTheBackendLacksIsUnavailable() {
    ProfileOffer offer = offer(offering(Profile.of("cold", VolumeKind.OBJECT, "object")), "cold");
    assertThat(offer.availability().state()).isEqualTo(Availability.State.UNAVAILABLE);
    assertThat(offer.availability().cause()).contains(Cause.FEATURE);
  }

  @Test
  void aFullQuotaIsAReasonAndSaysHowMuchIsUsed() {
    StorageClient client = offering(like("narrow").withQuota(gb(1)));
    assertThat(offer(client, "narrow").availability().cause()).isNotEqualTo(Cause.QUOTA_FULL);
    V first = volumes(client).create(small("first").profile("narrow"));
    assertThat(first.profile()).isEqualTo("narrow");
    Availability full = offer(client, "narrow").availability();
    assertThat(full.state()).isEqualTo(Availability.State.UNAVAILABLE);
    assertThat(full.cause()).contains(Cause.QUOTA_FULL);
    assertThat(full.reason()).contains("1GB", "narrow");
  }

  @Test
  void whoMayNotCreateIsRefusedAndToldWhomToAsk() {
    StorageClient member = offering(like("gold").withCreateBy(CreateBy.GROUP_ADMIN));
    C request = small("work").profile("gold");
    assertThat(offer(member, "gold").availability().cause()).contains(Cause.ROLE);
    assertThat(offer(member, "gold").availability().reason()).contains(ASK);
    Plan<V> plan = volumes(member).plan(request);
    assertThat(plan.violations())
        .singleElement()
        .matches(violation -> violation.code() == ErrorCode.ACCESS_DENIED)
        .matches(violation -> violation.field().equals("profile"));
    for (Runnable attempt :
        List.<Runnable>of(() -> volumes(member).create(request), () -> plan.apply())) {
      assertThatThrownBy(attempt::run)
          .isInstanceOfSatisfying(
              AccessDeniedException.class,
              e -> {
                assertThat(e).hasMessageContainingAll("gold", "groupAdmin", "member");
                assertThat(e.hint().orElse("")).contains(ASK);
              });
    }
    assertThat(volumes(storage).list()).isEmpty();
  }

  @Test
  void whoMayCreateDoesAndOthersUseWhatIsThere() {
    StorageClient member = offering(like("gold").withCreateBy(CreateBy.GROUP_ADMIN));
    StorageClient leader = member.as(Owner.user("ana"), Role.GROUP_ADMIN);
    C request = small("work").profile("gold");
    assertThat(offer(leader, "gold").availability().state())
        .isNotEqualTo(Availability.State.UNAVAILABLE);
    V made = volumes(leader).create(request).await(PATIENCE);
    assertThat(volumes(member).create(request).id()).isEqualTo(made.id());
    assertThat(volumes(leader.as(Owner.user("bob"))).plan(small("more").profile("gold")))
        .satisfies(plan -> assertThat(plan.violations()).hasSize(1));
    volumes(member).named("work").delete().await(PATIENCE);
  }

  @Test
  void sizesKeepTheStepOfTheirProfile() {
    StorageClient client = offering(like("stepped").withSizeStep(gb(2)));
    assertThatThrownBy(() -> volumes(client).create(small("odd").size(gb(3)).profile("stepped")))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.violations())
                    .extracting(Violation::field, Violation::suggestion)
                    .containsExactly(tuple("size", "4GB")));
    V even = volumes(client).create(small("even").size(gb(2)).profile("stepped")).await(PATIENCE);
    assertThat(even.size()).isEqualTo(gb(2));
    if (can(Capability.RESIZING)) {
      assertThat(even.planResize(gb(3)).violations()).hasSize(1);
      assertThat(even.planResize(gb(4)).violations()).isEmpty();
    }
  }

  @Test
  void aCopyIsEstimatedFromWhatIsDeclaredAndSaysWhatIsNot() {
    StorageClient client =
        offering(
            like("declared")
                .withDeclared(
                    Map.of(
                        "expected",
                        Map.of("perClient", Map.of("readMBps", 100, "writeMBps", 50)))));
    V known = volumes(client).create(small("known").profile("declared"));
    V unknown = volumes(client).create(small("unknown"));
    TransferEstimate estimate = client.profiles().estimateTransfer(gb(100), known, known);
    assertThat(estimate.atLeastIfKnown()).contains(Duration.ofSeconds(2000));
    assertThat(estimate.atMostIfKnown()).contains(Duration.ofMinutes(50));
    assertThat(estimate.unknown()).isEmpty();
    TransferEstimate half = client.profiles().estimateTransfer(gb(100), known, unknown);
    assertThat(half.atLeastIfKnown()).contains(Duration.ofSeconds(1000));
    assertThat(half.atMostIfKnown()).isEmpty();
    assertThat(half.unknown()).singleElement().asString().contains("unknown", "writes");
  }

  @Test
  void aStatusHasWordsOfOtherPlatforms() {
    V volume = volume("told");
    assertThat(volume.status()).isEqualTo(VolumeStatus.AVAILABLE);
    assertThat(volume.status().as(StatusVocabulary.KUBERNETES)).isEqualTo("Bound");
  }
}
