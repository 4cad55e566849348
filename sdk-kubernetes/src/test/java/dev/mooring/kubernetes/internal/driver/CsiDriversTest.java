package dev.mooring.kubernetes.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsiDriversTest {
  private static final CsiDrivers KNOWN = new CsiDrivers(List.of());

  @ParameterizedTest
  @CsvSource({
    "rbd.csi.ceph.com,Ceph RBD,true,false,HARD",
    "rook-ceph.rbd.csi.ceph.com,Ceph RBD,true,false,HARD",
    "cephfs.csi.ceph.com,CephFS,true,true,HARD",
    "rook-ceph.cephfs.csi.ceph.com,CephFS,true,true,HARD",
    "csi.juicefs.com,JuiceFS,false,true,SOFT",
    "nfs.csi.k8s.io,NFS,true,true,NONE",
    "driver.longhorn.io,Longhorn,true,true,HARD"
  })
  void every_driver_is_known_by_its_provisioner(
      String provisioner,
      String name,
      boolean fenced,
      boolean shared,
      SizeEnforcement enforcement) {
    CsiDriver driver = KNOWN.of(provisioner);

    assertThat(driver.name()).isEqualTo(name);
    assertThat(driver.accessModes().contains(AccessMode.READ_WRITE_ONCE_POD)).isEqualTo(fenced);
    assertThat(driver.accessModes().contains(AccessMode.READ_WRITE_MANY)).isEqualTo(shared);
    assertThat(driver.enforcement()).isEqualTo(enforcement);
  }

  @Test
  void of_any_other_nothing_is_promised() {
    for (String name :
        new String[] {"ebs.csi.aws.com", "xrbd.csi.ceph.com", "rbd.csi.ceph.com.x"}) {
      CsiDriver driver = KNOWN.of(name);
      assertThat(driver.name()).isEqualTo(name);
      assertThat(driver.accessModes()).isEmpty();
      assertThat(driver.enforcement()).isEqualTo(SizeEnforcement.NONE);
    }
    assertThat(KNOWN.of(null).enforcement()).isEqualTo(SizeEnforcement.NONE);
  }
}
