package io.openrcm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;

/** The money of all claims, the work that is left for people, and whether the payers' own books agree. */
final class Summary {

    private final Api claims;
    private final Api followUp;
    private final Api simulator;
    private final PrintStream out;

    Summary(Api claims, Api followUp, Api simulator, PrintStream out) {
        this.claims = claims;
        this.followUp = followUp;
        this.simulator = simulator;
        this.out = out;
    }

    /** True if billed = paid + adjusted + patient + open to the cent, the ledger proves itself and the payers paid what was posted. */
    boolean print() throws IOException, InterruptedException {
        printWork();
        JsonNode summary = claims.get("/claims/summary").good();
        out.printf(
                "%n%-20s %7s %14s %14s %14s %14s %14s%n",
                "MONEY", "CLAIMS", "BILLED", "PAID", "ADJUSTED", "PATIENT", "OPEN");
        summary.path("labels").forEach(line -> printLine(line.path("label").asText(), line));
        JsonNode total = summary.path("total");
        printLine("ALL", total);
        JsonNode money = total.path("money");
        BigDecimal explained = amount(money, "paid")
                .add(amount(money, "adjusted"))
                .add(amount(money, "patient"))
                .add(amount(money, "open"));
        boolean adds = amount(money, "billed").compareTo(explained) == 0;
        out.printf(
                "%nbilled %,.2f %s paid %,.2f + adjusted %,.2f + patient %,.2f + open %,.2f%n",
                amount(money, "billed"),
                adds ? "=" : "≠",
                amount(money, "paid"),
                amount(money, "adjusted"),
                amount(money, "patient"),
                amount(money, "open"));
        boolean proven = proves();
        boolean agreed = payersAgree(amount(money, "paid"));
        return adds && proven && agreed;
    }

    private boolean proves() throws IOException, InterruptedException {
        JsonNode proof = claims.get("/ledger/proof").good();
        boolean holds = proof.path("holds").asBoolean();
        out.printf(
                "The ledger's %,d entries %s.%n",
                proof.path("entries").asLong(), holds ? "prove every balance" : "DO NOT PROVE ITS BALANCES");
        return holds;
    }

    private boolean payersAgree(BigDecimal posted) throws IOException, InterruptedException {
        JsonNode ledger = simulator.get("/ledger/summary").good();
        BigDecimal paid = BigDecimal.valueOf(ledger.path("paidCents").asLong(), 2);
        boolean same = paid.compareTo(posted) == 0;
        int complaints = ledger.path("complaints").asInt();
        out.printf(
                "The payers say they paid %,.2f%s; they read %d files with %d complaints.%n",
                paid,
                same ? ", as posted" : ", WHICH IS NOT WHAT WAS POSTED",
                ledger.path("files").asInt(),
                complaints);
        return same && complaints == 0;
    }

    private void printWork() throws IOException, InterruptedException {
        out.printf(
                "%n%-22s %-15s %12s %-11s %-30s %s%n",
                "WORK FOR PEOPLE", "CLAIM", "AMOUNT", "BY", "NEXT STEP", "REASON");
        for (JsonNode item : followUp.get("/work-items?limit=500").good().path("items")) {
            out.printf(
                    "%-22s %-15s %,12.2f %-11s %-30s %s%n",
                    item.path("kind").asText(),
                    item.path("claimNumber").asText("-"),
                    amount(item, "amount"),
                    item.path("deadlineOn").asText(),
                    item.path("nextStep").asText(),
                    item.path("reason").asText());
        }
    }

    private void printLine(String name, JsonNode line) {
        JsonNode money = line.path("money");
        out.printf(
                "%-20s %7d %,14.2f %,14.2f %,14.2f %,14.2f %,14.2f%n",
                name,
                line.path("claims").asLong(),
                amount(money, "billed"),
                amount(money, "paid"),
                amount(money, "adjusted"),
                amount(money, "patient"),
                amount(money, "open"));
    }

    private static BigDecimal amount(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText("0"));
    }
}
