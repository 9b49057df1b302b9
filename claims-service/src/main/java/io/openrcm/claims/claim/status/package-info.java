/** The axes of a claim, each with its one table of moves, and the label that people see, which is computed from them. */
@NullMarked
package io.openrcm.claims.claim.status;

import org.jspecify.annotations.NullMarked;
