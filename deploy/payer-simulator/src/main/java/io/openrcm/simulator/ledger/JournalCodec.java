package io.openrcm.simulator.ledger;

import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.adjudication.Effect;
import io.openrcm.simulator.complaints.Complaint;
import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Consequence;
import io.openrcm.simulator.json.Json;
import io.openrcm.simulator.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Journal records as lines of JSON and back. */
public final class JournalCodec {

    private JournalCodec() {}

    static String write(JournalRecord event) {
        return Json.write(
                switch (event) {
                    case JournalRecord.Taken taken ->
                        fields("kind", "taken", "partner", taken.partner(), "name", taken.name());
                    case JournalRecord.FileRead read -> file(read);
                    case JournalRecord.Remitted remitted -> remittance(remitted);
                });
    }

    static JournalRecord read(String line) {
        var json = JsonObject.read(line);
        return switch (json.text("kind")) {
            case "taken" -> new JournalRecord.Taken(json.text("partner"), json.text("name"));
            case "file" -> readFile(json);
            case "remitted" -> readRemittance(json);
            default -> throw new IllegalArgumentException("unknown record kind");
        };
    }

    private static Map<String, Object> file(JournalRecord.FileRead read) {
        return fields(
                "kind", "file",
                "file", read.file(),
                "partner", read.partner(),
                "name", read.name(),
                "at", read.at().toString(),
                "interchanges", read.interchanges(),
                "answers", read.answers(),
                "complaintTotal", read.complaintTotal(),
                "complaints",
                        read.complaints().stream().map(JournalCodec::complaint).toList(),
                "lastControl", read.lastControl(),
                "claims", read.claims().stream().map(JournalCodec::claim).toList());
    }

    private static JournalRecord.FileRead readFile(JsonObject json) {
        return new JournalRecord.FileRead(
                json.number("file"),
                json.text("partner"),
                json.text("name"),
                Instant.parse(json.text("at")),
                json.texts("interchanges"),
                json.texts("answers"),
                json.objects("complaints").stream()
                        .map(JournalCodec::readComplaint)
                        .toList(),
                json.count("complaintTotal"),
                json.number("lastControl"),
                json.objects("claims").stream().map(JournalCodec::readClaim).toList());
    }

    /** The row of {@code GET /complaints}, too. */
    public static Map<String, Object> complaint(Complaint complaint) {
        return fields(
                "code", complaint.code(),
                "consequence", complaint.consequence(),
                "partner", complaint.partner(),
                "file", complaint.file(),
                "segment", complaint.segment(),
                "inTransaction", complaint.inTransaction(),
                "segmentId", complaint.segmentId(),
                "loop", complaint.loop(),
                "element", complaint.element(),
                "claim", complaint.claim(),
                "text", complaint.text());
    }

    private static Complaint readComplaint(JsonObject json) {
        return new Complaint(
                ComplaintCode.valueOf(json.text("code")),
                Consequence.valueOf(json.text("consequence")),
                json.text("partner"),
                json.text("file"),
                json.count("segment"),
                json.count("inTransaction"),
                json.text("segmentId"),
                json.text("loop"),
                json.count("element"),
                json.text("claim"),
                json.text("text"));
    }

    private static Map<String, Object> claim(JournalRecord.ClaimSeen seen) {
        return fields(
                "ordinal", seen.ordinal(),
                "claim", seen.claim(),
                "payer", seen.payer(),
                "frequency", seen.frequency(),
                "billedCents", seen.billedCents(),
                "behaviour", seen.behaviour(),
                "accepted", seen.accepted(),
                "payerNumber", seen.payerNumber(),
                "replaces", seen.replaces(),
                "due", seen.due().toString());
    }

    private static JournalRecord.ClaimSeen readClaim(JsonObject json) {
        return new JournalRecord.ClaimSeen(
                json.count("ordinal"),
                json.text("claim"),
                json.text("payer"),
                json.text("frequency"),
                json.number("billedCents"),
                Behaviour.valueOf(json.text("behaviour")),
                json.truth("accepted"),
                json.text("payerNumber"),
                json.text("replaces"),
                Instant.parse(json.text("due")));
    }

    private static Map<String, Object> remittance(JournalRecord.Remitted remitted) {
        return fields(
                "kind", "remitted",
                "partner", remitted.partner(),
                "at", remitted.at().toString(),
                "answers", remitted.answers(),
                "lastControl", remitted.lastControl(),
                "settlements",
                        remitted.settlements().stream()
                                .map(JournalCodec::settlement)
                                .toList(),
                "forwards",
                        remitted.forwards().stream()
                                .map(it -> fields("key", it.key(), "reference", it.reference(), "cents", it.cents()))
                                .toList());
    }

    private static JournalRecord.Remitted readRemittance(JsonObject json) {
        return new JournalRecord.Remitted(
                json.text("partner"),
                Instant.parse(json.text("at")),
                json.texts("answers"),
                json.number("lastControl"),
                json.objects("settlements").stream()
                        .map(JournalCodec::readSettlement)
                        .toList(),
                json.objects("forwards").stream()
                        .map(it -> new JournalRecord.Forward(it.text("key"), it.text("reference"), it.number("cents")))
                        .toList());
    }

    private static Map<String, Object> settlement(JournalRecord.Settlement settlement) {
        return fields(
                "file", settlement.reference().file(),
                "ordinal", settlement.reference().ordinal(),
                "step", settlement.step(),
                "payerNumber", settlement.payerNumber(),
                "claim", settlement.claim(),
                "payer", settlement.payer(),
                "paidCents", settlement.effect().paidCents(),
                "adjustedCents", settlement.effect().adjustedCents(),
                "patientCents", settlement.effect().patientCents(),
                "deniedCents", settlement.effect().deniedCents(),
                "state", settlement.state(),
                "next", settlement.next());
    }

    private static JournalRecord.Settlement readSettlement(JsonObject json) {
        return new JournalRecord.Settlement(
                new ClaimReference(json.number("file"), json.count("ordinal")),
                JournalRecord.Step.valueOf(json.text("step")),
                json.text("payerNumber"),
                json.text("claim"),
                json.text("payer"),
                new Effect(
                        json.number("paidCents"),
                        json.number("adjustedCents"),
                        json.number("patientCents"),
                        json.number("deniedCents")),
                ClaimState.valueOf(json.text("state")),
                json.text("next"));
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(namesAndValues.length / 2);
        for (var at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }
}
