package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchMount;
import dev.mooring.attachment.Target;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.profile.Profile;
import dev.mooring.volume.VolumeKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Profiles that are for some nodes only")
class NodesOfProfilesTest {
  private static final Target TARGET = Target.instance("trainer");

  @AutoClose
  private final StorageClient storage =
      StorageClient.builder()
          .region(
              "local",
              RegionConfiguration.of(Embedded.inMemory())
                  .withProfiles(
                      List.of(
                          drives("anywhere", Map.of()).asDefault(),
                          drives("west", Map.of("zone", "a", "disk", "fast")),
                          drives("east", Map.of("zone", "b")))))
          .build();

  NodesOfProfilesTest() {
    for (String profile : List.of("anywhere", "west", "east")) {
      storage.cloudDrives().create(profile, d -> d.size(gb(1)).profile(profile)).await();
    }
  }

  private static Profile drives(String name, Map<String, String> nodes) {
    return Profile.of(name, VolumeKind.DRIVE, "fast-rwo").withNodeSelector(nodes);
  }

  private Plan<Launch> plan(String... drives) {
    var request = storage.attachments().to(TARGET);
    for (String drive : drives) {
      request = request.mount(drive, "/" + drive);
    }
    return request.plan();
  }

  @Test
  @DisplayName("are told by the plan, and by the launch that it becomes")
  void told() {
    Plan<Launch> plan = plan("anywhere", "west");

    assertThat(plan.changes())
        .filteredOn(change -> change.action().equals("place"))
        .extracting(Change::toString)
        .containsExactly("place instance/trainer: on nodes with disk=fast, zone=a, for drive/west");
    assertThat(plan.apply().mounts())
        .extracting(LaunchMount::nodeSelector)
        .containsExactly(Map.of(), Map.of("zone", "a", "disk", "fast"));
  }

  @Test
  @DisplayName("are told by the plan of a drive")
  void toldOfADrive() {
    assertThat(
            storage
                .cloudDrives()
                .plan(CreateDrive.named("more").size(gb(1)).profile("west"))
                .changes())
        .singleElement()
        .asString()
        .contains("for nodes with disk=fast, zone=a");
    assertThat(plan("anywhere").changes()).noneMatch(change -> change.action().equals("place"));
  }

  @Test
  @DisplayName("are refused together when no node can be both")
  void refused() {
    Plan<Launch> torn = plan("west", "east");

    assertThat(torn.violations())
        .singleElement()
        .asString()
        .contains("drive/east", "zone=b", "drive/west", "zone=a");
    assertThatThrownBy(torn::apply).isInstanceOf(InvalidRequestException.class);
    assertThat(storage.cloudDrives().named("west").attachments()).isEmpty();
  }

  @Test
  @DisplayName("are refused beside what the target has mounted already")
  void refusedLater() {
    plan("west").apply();

    assertThat(plan("east").violations()).singleElement().asString().contains("no node has both");
  }
}
