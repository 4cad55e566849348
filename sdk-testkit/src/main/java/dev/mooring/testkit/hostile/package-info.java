/** Input that means harm: texts, and a loop that holds an answer to what may come of them. */
@NullMarked
package dev.mooring.testkit.hostile;

import org.jspecify.annotations.NullMarked;
