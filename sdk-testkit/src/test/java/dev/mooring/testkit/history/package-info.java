@NullMarked
package dev.mooring.testkit.history;

import org.jspecify.annotations.NullMarked;
