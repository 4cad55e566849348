/** Races: many threads of several processes want one thing, and exactly one gets it. */
@NullMarked
package dev.mooring.testkit.race;

import org.jspecify.annotations.NullMarked;
