@NullMarked
package dev.mooring.examples;

import org.jspecify.annotations.NullMarked;
