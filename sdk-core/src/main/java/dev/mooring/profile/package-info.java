/** Profiles: what an administrator offers, and whether it can be had now. */
@NullMarked
package dev.mooring.profile;

import org.jspecify.annotations.NullMarked;
