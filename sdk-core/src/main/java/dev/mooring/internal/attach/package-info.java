/** Attachments: plans, claims, liveness, detaching. */
@NullMarked
package dev.mooring.internal.attach;

import org.jspecify.annotations.NullMarked;
