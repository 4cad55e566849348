/** Following volumes: what became of them since, told one by one, also over restarts. */
@NullMarked
package dev.mooring.watch;

import org.jspecify.annotations.NullMarked;
