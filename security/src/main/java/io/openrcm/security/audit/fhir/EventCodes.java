package io.openrcm.security.audit.fhir;

import io.openrcm.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;

/**
 * What the codes of an event depend on: what was done. For a read, BALP has the data flow from the server; for everything else, a query
 * included, from the client.
 *
 * @param action FHIR's own letter
 * @param profile the last word of BALP's profile, where it has one
 */
record EventCodes(
        Coding type,
        Coding subtype,
        String action,
        Coding client,
        Coding server,
        Coding user,
        @Nullable String profile) {

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private static final Coding REST =
            new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "Restful Operation");
    private static final Coding SOURCE = new Coding(DICOM, "110153", "Source Role ID");
    private static final Coding DESTINATION = new Coding(DICOM, "110152", "Destination Role ID");
    private static final Coding APPLICATION = new Coding(DICOM, "110150", "Application");
    private static final Coding CUSTODIAN =
            new Coding("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "custodian", "Custodian");
    private static final Coding AUTHOR = new Coding(PARTICIPATION, "AUT", "author (originator)");
    private static final Coding RECIPIENT = new Coding(PARTICIPATION, "IRCP", "information recipient");

    static EventCodes of(AuditAction action) {
        return switch (action) {
            case CREATE -> new EventCodes(REST, interaction("create"), "C", SOURCE, DESTINATION, AUTHOR, "Create");
            case READ -> new EventCodes(REST, interaction("read"), "R", DESTINATION, SOURCE, RECIPIENT, "Read");
            case UPDATE -> new EventCodes(REST, interaction("update"), "U", SOURCE, DESTINATION, AUTHOR, "Update");
            case DELETE -> new EventCodes(REST, interaction("delete"), "D", APPLICATION, CUSTODIAN, AUTHOR, "Delete");
            case QUERY -> new EventCodes(REST, interaction("search"), "E", SOURCE, DESTINATION, RECIPIENT, "Query");
            case EXECUTE -> new EventCodes(REST, interaction("operation"), "E", SOURCE, DESTINATION, AUTHOR, null);
            case EXPORT ->
                new EventCodes(
                        new Coding(DICOM, "110106", "Export"),
                        interaction("operation"),
                        "R",
                        DESTINATION,
                        SOURCE,
                        RECIPIENT,
                        null);
            case LOGIN ->
                new EventCodes(
                        new Coding(DICOM, "110114", "User Authentication"),
                        new Coding(DICOM, "110122", "Login"),
                        "E",
                        SOURCE,
                        DESTINATION,
                        AUTHOR,
                        null);
        };
    }

    private static Coding interaction(String code) {
        return new Coding("http://hl7.org/fhir/restful-interaction", code, code);
    }
}
