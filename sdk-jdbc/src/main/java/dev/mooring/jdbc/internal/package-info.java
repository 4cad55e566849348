/** How records are kept in tables; not API. */
@NullMarked
package dev.mooring.jdbc.internal;

import org.jspecify.annotations.NullMarked;
