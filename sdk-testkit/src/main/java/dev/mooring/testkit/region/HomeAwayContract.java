package dev.mooring.testkit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Target;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.Backend;
import dev.mooring.spi.NameRecord;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.VolumeFilter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without its home an account can create nothing, and do everything else. */
abstract class HomeAwayContract extends RegionsTopic {
  private StorageClient connect(Interceptor home) {
    return world.open(world.builder(HOME, HOME, OTHER).region(HOME, intercepted(HOME, home)));
  }

  @Test
  void nothingCanBeCreatedAndEverythingElseWorks() {
    Away home = new Away();
    StorageClient storage = connect(home);
    drive(storage, "one", OTHER);
    drive(storage, "two", OTHER);
    home.away(true);
    for (StorageClient client : List.of(storage, connect(home))) {
      assertThatThrownBy(() -> client.cloudDrives().create(small("three", OTHER)))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("home " + HOME)
          .hasMessageContaining("can be listed");
    }

    assertThat(storage.cloudDrives().list(VolumeFilter.where().region(OTHER)))
        .extracting(CloudDrive::name)
        .containsExactly("one", "two");
    CloudDrive one = storage.cloudDrives().named("one");
    Target target = Target.instance("trainer").region(OTHER);
    storage.attachments().to(target).mount(one, "/data").plan().apply();
    storage.attachments().of(target).detachAll().await(PATIENCE);
    one.delete().await(PATIENCE);
    assertThat(storage.cloudDrives().list(VolumeFilter.where().region(OTHER)))
        .extracting(CloudDrive::name)
        .containsExactly("two");

    home.away(false);
    assertThat(world.names(HOME)).extracting(NameRecord::name).containsExactly("one", "two");
    assertThat(storage.recover().released()).containsExactly("name drive/one in " + OTHER);
    drive(storage, "one", HOME);
    world.assertNamesOfVolumes();
  }

  /** The reservation is there, the volume too, and nobody could say that they belong together. */
  @Test
  void whoLosesTheHomeBetweenReservingAndConfirmingFindsItsVolumeAgain() {
    Away home = new Away();
    StorageClient storage = connect(home);
    drive(storage, "one", OTHER);
    StorageClient losing =
        world.open(
            world
                .builder(HOME, HOME, OTHER)
                .region(HOME, intercepted(HOME, home))
                .region(
                    OTHER,
                    intercepted(
                        OTHER,
                        call -> {
                          Object answer = call.proceed();
                          if (call.name().equals("volumes.create")) {
                            home.away(true);
                          }
                          return answer;
                        })));

    assertThatThrownBy(() -> losing.cloudDrives().create(small("two", OTHER)))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("same request again");
    home.away(false);

    CloudDrive two = drive(storage, "two", OTHER);
    assertThat(world.volumes()).hasSize(2);
    assertThat(two.region()).isEqualTo(OTHER);
    world.assertNamesOfVolumes();
  }

  private RegionConfiguration intercepted(String region, Interceptor around) {
    RegionConfiguration plain = world.configuration(region);
    return new RegionConfiguration(
        plain.backends().stream().<Backend>map(b -> new InterceptedBackend(b, around)).toList(),
        plain.profiles(),
        plain.limits());
  }
}
