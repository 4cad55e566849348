/**
 * What administrators do: the classes that profiles name, and a look for what fits nothing else.
 */
@NullMarked
package dev.mooring.admin;

import org.jspecify.annotations.NullMarked;
