/** Every error the SDK throws. Two questions decide the type: may I retry, and did it happen? */
@NullMarked
package dev.mooring.error;

import org.jspecify.annotations.NullMarked;
