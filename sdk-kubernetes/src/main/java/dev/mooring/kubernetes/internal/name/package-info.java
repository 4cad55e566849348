/** Reserved names, and the account's record, as ConfigMaps. */
@NullMarked
package dev.mooring.kubernetes.internal.name;

import org.jspecify.annotations.NullMarked;
