package dev.mooring.cli.internal.json;

import static dev.mooring.cli.internal.fake.FakeDrive.ID;
import static dev.mooring.cli.internal.fake.FakeDrive.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.Target;
import dev.mooring.cli.internal.fake.FakeDrive;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeRef;
import dev.mooring.volume.VolumeStatus;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A volume in JSON:")
class VolumeJsonTest {
  @Test
  @DisplayName("has the published shape, with null for what is unknown")
  void hasThePublishedShape() {
    StatusReason reason = new StatusReason(Reason.READY_ON_FIRST_USE, "waiting", TIME);
    FakeDrive drive = new FakeDrive(VolumeStatus.PENDING, reason, List.of());

    assertThat(Json.write(VolumeJson.of(drive)))
        .isEqualTo(
            """
            {
              "id" : "vol-0123456789abcdef0123456789abcdef",
              "kind" : "drive",
              "name" : "workspace",
              "account" : "acme",
              "owner" : "user/ana",
              "region" : "local",
              "profile" : "block",
              "sizeBytes" : 100000000000,
              "capacityBytes" : null,
              "usedBytes" : null,
              "status" : "PENDING",
              "statusReason" : "READY_ON_FIRST_USE",
              "since" : "2026-11-21T12:00:00Z",
              "description" : null,
              "defaultMountPath" : null,
              "attachments" : [ ],
              "suspended" : false,
              "labels" : {
                "team" : "nlp"
              },
              "createdAt" : "2026-11-21T12:00:00Z",
              "backend" : {
                "path" : "/data/vol"
              },
              "provisioning" : "PENDING",
              "statusDetail" : "waiting",
              "hint" : "attach it: it is made when its first user starts",
              "enforcement" : "NONE",
              "accessMode" : "ReadWriteOncePod",
              "source" : null,
              "restorableUntil" : null,
              "protected" : false,
              "protectedSince" : null,
              "adopted" : false,
              "usage" : null,
              "health" : null
            }
            """);
  }

  @Test
  @DisplayName("names the target of each attachment")
  void namesTargets() {
    Attachment attachment =
        new Attachment(
            VolumeRef.drive("workspace"),
            ID,
            Target.instance("trainer-0").region("local"),
            new MountPath("/workspace"),
            true,
            MountState.ATTACHED,
            TIME,
            false,
            new StatusReason(Reason.MOUNT_FAILED, "no such device", TIME));
    FakeDrive drive = new FakeDrive(VolumeStatus.ATTACHED, null, List.of(attachment));

    assertThat(VolumeJson.of(drive).get("attachments").toString())
        .isEqualTo(
            "[{\"volume\":\"drive/workspace\",\"target\":{\"kind\":\"instance\","
                + "\"name\":\"trainer-0\",\"namespace\":null,\"region\":\"local\"},"
                + "\"mountPath\":\"/workspace\",\"readOnly\":true,"
                + "\"since\":\"2026-11-21T12:00:00Z\",\"live\":false,"
                + "\"state\":\"ATTACHED\",\"volumeId\":\"vol-0123456789abcdef0123456789abcdef\","
                + "\"reason\":\"MOUNT_FAILED\",\"detail\":\"no such device\","
                + "\"hint\":\"read the backend's words; the volume itself may be well\"}]");
  }
}
