/** The commands of instances. */
@NullMarked
package dev.mooring.cli.internal.instance;

import org.jspecify.annotations.NullMarked;
