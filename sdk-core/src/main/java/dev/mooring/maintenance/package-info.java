/** What is done again and again: scheduled snapshots and their retention, and recovery. */
@NullMarked
package dev.mooring.maintenance;

import org.jspecify.annotations.NullMarked;
