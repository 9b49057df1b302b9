package io.openrcm.gateway.x12.answer;

import io.openrcm.gateway.x12.syntax.Position;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which transaction set it is.
 *
 * @param transaction ST01, for instance 835
 * @param controlNumber ST02
 * @param guide GS08, or ST03 where the group names none
 * @param groupControlNumber GS06
 * @param groupDate GS04, where it can be read
 */
public record SetHeader(
        String transaction,
        String controlNumber,
        String guide,
        String groupControlNumber,
        @Nullable LocalDate groupDate,
        Position at) {}
