/** Long work and plans: what will change, what is under way, and what happened. */
@NullMarked
package dev.mooring.operation;

import org.jspecify.annotations.NullMarked;
