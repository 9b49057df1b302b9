package io.openrcm.events.encounter;

import java.time.LocalDate;

/** An ICD-10-PCS code of an inpatient stay; one of them is principal. */
public record Procedure(String code, LocalDate performedOn, boolean principal) {}
