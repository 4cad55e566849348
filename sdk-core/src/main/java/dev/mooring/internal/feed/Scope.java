package dev.mooring.internal.feed;

import dev.mooring.access.Owner;
import dev.mooring.volume.VolumeKind;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Of what a watch tells.
 *
 * @param account the account
 * @param owner who acts: owners may live apart
 * @param kinds the kinds of volumes
 */
record Scope(String account, Owner owner, Set<VolumeKind> kinds) {
  Scope {
    kinds = Set.copyOf(kinds);
  }

  /** In words that can be compared. */
  String words() {
    return "the account "
        + account
        + ", "
        + owner
        + " and "
        + new TreeSet<>(kinds).stream().map(VolumeKind::word).collect(Collectors.joining("+"));
  }
}
