@NullMarked
package dev.mooring.internal.profile;

import org.jspecify.annotations.NullMarked;
