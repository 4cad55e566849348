/**
 * The default backend: drives are folders, their records are in SQLite, instances are folders with
 * links to the drives that they mount. Needs no cluster and no server.
 */
@NullMarked
package dev.mooring.embedded;

import org.jspecify.annotations.NullMarked;
