/** Programs that show how Mooring is used; each is run by the build. */
@NullMarked
package dev.mooring.examples;

import org.jspecify.annotations.NullMarked;
