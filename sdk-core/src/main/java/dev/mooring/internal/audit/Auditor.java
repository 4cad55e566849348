package dev.mooring.internal.audit;

import java.util.List;

/** Looks for one kind of finding. Changes nothing. */
interface Auditor {
  /** What it finds in what was read, each confirmed by a second look where it may be in motion. */
  List<Item> find(Look look);
}
