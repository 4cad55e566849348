/** The demonstration: the main job from beginning to end. */
@NullMarked
package dev.mooring.cli.internal.demo;

import org.jspecify.annotations.NullMarked;
