package dev.mooring.kubernetes.internal.audit;

import dev.mooring.spi.Auditing.Orphan;
import dev.mooring.spi.Auditing.Scope;
import java.util.List;

/** Looks for one kind of finding. Changes nothing. */
interface OrphanFinder {
  List<Orphan> find(Inventory inventory, Scope scope);
}
