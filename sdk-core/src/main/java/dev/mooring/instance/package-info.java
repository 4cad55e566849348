/** A small built-in platform that runs instances, for examples, tests and notebooks. */
@NullMarked
package dev.mooring.instance;

import org.jspecify.annotations.NullMarked;
