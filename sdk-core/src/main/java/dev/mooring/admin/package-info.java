/** What administrators do: the classes that profiles name, rendered, applied and checked. */
@NullMarked
package dev.mooring.admin;

import org.jspecify.annotations.NullMarked;
