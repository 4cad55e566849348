/**
 * Histories: what several processes asked and were answered, checked for an order that explains it.
 */
@NullMarked
package dev.mooring.testkit.history;

import org.jspecify.annotations.NullMarked;
