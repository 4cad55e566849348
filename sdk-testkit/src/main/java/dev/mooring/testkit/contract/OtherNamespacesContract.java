package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.ShareRequest;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Capability;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Shares in other namespaces: refused by name where there are none, and before any change. */
abstract class OtherNamespacesContract extends Contract<SharedFilesystem, CreateFilesystem> {
  OtherNamespacesContract() {
    super(Kind.FILESYSTEM);
  }

  private void assertUntouched() {
    SharedFilesystem now = storage.filesystems().named("datasets");
    assertThat(now.shares()).isEmpty();
    assertThat(now.operations()).noneMatch(o -> o.type() == OperationType.SHARE);
  }

  @Test
  void whatIsNotThereIsRefused() {
    SharedFilesystem filesystem = volume("datasets");
    if (!can(Capability.SHARING)) {
      UnsupportedException refused =
          catchThrowableOfType(
              UnsupportedException.class,
              () -> filesystem.share(ShareRequest.into("no-such-namespace")));
      assertThat(refused).isNotNull();
      assertThat(refused.capability()).isEqualTo("SHARING");
    } else {
      assertThatThrownBy(() -> filesystem.share(ShareRequest.into("no-such-namespace")))
          .isInstanceOfAny(
              UnsupportedException.class,
              NotFoundException.class,
              InvalidRequestException.class,
              AccessDeniedException.class);
    }
    assertUntouched();
  }

  @Test
  void hostileNamespacesAreRefused() {
    Assumptions.assumeTrue(can(Capability.SHARING), "the backend has no other namespaces");
    SharedFilesystem filesystem = volume("datasets");
    for (String hostile : List.of("", "..", "a/b", "../../x", "a b", "A", "a\nb", "a?x=1")) {
      assertThatThrownBy(() -> filesystem.share(ShareRequest.into(hostile)))
          .as(hostile)
          .isInstanceOf(InvalidRequestException.class);
      assertThatThrownBy(() -> filesystem.share(ShareRequest.into("a").claimedAs(hostile)))
          .as(hostile)
          .isInstanceOf(InvalidRequestException.class);
    }
    assertUntouched();
  }

  @Test
  void whatGoesIsNotShared() {
    Assumptions.assumeTrue(can(Capability.SHARING), "the backend has no other namespaces");
    SharedFilesystem filesystem = volume("datasets");
    filesystem.delete().await(PATIENCE);
    assertThatThrownBy(() -> filesystem.share(ShareRequest.into("anywhere")))
        .isInstanceOfAny(NotFoundException.class, ConflictException.class);
  }
}
