package dev.mooring.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SnapshotScheduleTest {
  @Test
  @DisplayName("each rule can be changed alone")
  void rules() {
    assertThat(
            SnapshotSchedule.ofHourly(24).withDaily(7).withWeekly(4).withMonthly(12).withHourly(1))
        .isEqualTo(new SnapshotSchedule(1, 7, 4, 12));
    assertThat(SnapshotSchedule.ofDaily(1).daily()).isEqualTo(1);
    assertThat(SnapshotSchedule.ofWeekly(2).weekly()).isEqualTo(2);
    assertThat(SnapshotSchedule.ofMonthly(1000).monthly()).isEqualTo(1000);
  }

  @Test
  @DisplayName("what keeps nothing, or more than a thousand, is none")
  void ranges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotSchedule.ofHourly(0))
        .withMessageContaining("keeps nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotSchedule.ofDaily(1001))
        .withMessageContaining("daily");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotSchedule.ofDaily(7).withWeekly(-1))
        .withMessageContaining("weekly");
  }
}
