/**
 * A tiny platform that gives its users machines with a home drive: {@link
 * dev.mooring.examples.platform.PlatformService} is the part that uses Mooring.
 */
@NullMarked
package dev.mooring.examples.platform;

import org.jspecify.annotations.NullMarked;
