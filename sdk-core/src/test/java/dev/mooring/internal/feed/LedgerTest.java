package dev.mooring.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.access.Owner;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.watch.ResumeToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Scope SCOPE = new Scope("acme", Owner.user("ana"), Set.of(VolumeKind.DRIVE));

  private final Ledger ledger = new Ledger(SCOPE, Map.of());

  private static Told told(int number, String digest) {
    return new Told(VolumeId.random(), VolumeKind.DRIVE, "team-volume-" + number, digest);
  }

  private static Map<String, Map<VolumeId, Told>> read(ResumeToken token) {
    return TokenText.read(ResumeToken.of(token.text()), SCOPE);
  }

  @Test
  void a_mark_is_of_its_time_however_much_is_told_later() {
    List<ResumeToken> marks = new ArrayList<>();
    List<Told> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Told one = told(i, "AAAAAAAA");
      all.add(one);
      ledger.note("here", one.id(), one);
      marks.add(ledger.mark());
    }
    ledger.note("here", all.get(0).id(), null);
    for (int i = 0; i < 300; i++) {
      assertThat(read(marks.get(i)).getOrDefault("here", Map.of()).values())
          .containsExactlyInAnyOrderElementsOf(all.subList(0, i + 1));
    }
    assertThat(read(ledger.mark()).getOrDefault("here", Map.of())).hasSize(299);
  }

  @Test
  void a_token_is_small() {
    for (int i = 0; i < 1000; i++) {
      Told one = told(i, "AAAA" + String.format("%04d", i));
      ledger.note("here", one.id(), one);
    }
    assertThat(ledger.mark().text().length()).isLessThan(50_000);
    assertThat(ledger.mark().text()).matches("[A-Za-z0-9._-]+");
  }

  @Test
  void what_is_no_whole_token_of_the_same_watch_is_refused() {
    Told one = told(1, "AAAAAAAA");
    ledger.note("here", one.id(), one);
    String text = ledger.mark().text();
    for (int end = 0; end < text.length(); end++) {
      String part = text.substring(0, end);
      assertThatThrownBy(() -> TokenText.read(ResumeToken.of(part), SCOPE))
          .isInstanceOf(InvalidRequestException.class);
    }
    for (Scope other :
        List.of(
            new Scope("other", SCOPE.owner(), SCOPE.kinds()),
            new Scope("acme", Owner.group("ana"), SCOPE.kinds()),
            new Scope("acme", SCOPE.owner(), Set.of(VolumeKind.FILESYSTEM)))) {
      assertThatThrownBy(() -> TokenText.read(ResumeToken.of(text), other))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("another account");
    }
    assertThat(read(ResumeToken.beginning())).isEmpty();
  }
}
