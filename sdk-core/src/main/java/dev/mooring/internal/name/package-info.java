/**
 * Names that are unique in an account over its regions: a name is reserved in the account's home
 * before its volume is stored, confirmed after, and released when the volume is gone.
 */
@NullMarked
package dev.mooring.internal.name;

import org.jspecify.annotations.NullMarked;
