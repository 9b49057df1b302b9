package io.openrcm.coding.bulk;

import io.openrcm.events.EncounterId;
import io.openrcm.rest.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param line counted from 1
 * @param status 201 new, 200 known or a later version, 400 not JSON or too long, 403 another hospital's, 409 another version is
 *     known, 422 rules broken, 503 nothing was kept: send the line again
 * @param id ours; absent where the line was not read as an encounter
 * @param encounterId the hospital's own id
 * @param code the problem's code, as the single request would answer; absent for 200 and 201
 */
public record LineResult(
        long line,
        int status,
        @Nullable EncounterId id,
        @Nullable String encounterId,
        @Nullable String code,
        List<FieldError> errors) {}
