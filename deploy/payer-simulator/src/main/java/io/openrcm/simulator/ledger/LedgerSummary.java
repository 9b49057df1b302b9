package io.openrcm.simulator.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ledger in one object. {@code billed = paid + adjusted + patient + denied + open}, in cents, always.
 *
 * @param rejected claims whose last word from us is a rejection; {@code rejections} counts every one
 * @param awaiting payments still to be made
 */
public record LedgerSummary(
        int claims,
        long billedCents,
        long paidCents,
        long adjustedCents,
        long patientCents,
        long deniedCents,
        long openCents,
        int rejected,
        int denied,
        int partlyDenied,
        int silent,
        int files,
        int complaints,
        int duplicates,
        int rejections,
        int awaiting) {

    static LedgerSummary of(Collection<ClaimAccount> accounts, int files, int complaints, int awaiting) {
        return new LedgerSummary(
                accounts.size(),
                accounts.stream().mapToLong(ClaimAccount::billedCents).sum(),
                accounts.stream().mapToLong(it -> it.money().paidCents()).sum(),
                accounts.stream().mapToLong(it -> it.money().adjustedCents()).sum(),
                accounts.stream().mapToLong(it -> it.money().patientCents()).sum(),
                accounts.stream().mapToLong(it -> it.money().deniedCents()).sum(),
                accounts.stream().mapToLong(ClaimAccount::openCents).sum(),
                count(accounts, ClaimState.REJECTED),
                count(accounts, ClaimState.DENIED),
                count(accounts, ClaimState.PARTLY_DENIED),
                count(accounts, ClaimState.SILENT),
                files,
                complaints,
                accounts.stream().mapToInt(ClaimAccount::duplicates).sum(),
                accounts.stream().mapToInt(ClaimAccount::rejections).sum(),
                awaiting);
    }

    private static int count(Collection<ClaimAccount> accounts, ClaimState state) {
        return (int) accounts.stream().filter(it -> it.state() == state).count();
    }

    /** The body of {@code GET /ledger/summary}. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("claims", claims);
        fields.put("billedCents", billedCents);
        fields.put("paidCents", paidCents);
        fields.put("adjustedCents", adjustedCents);
        fields.put("patientCents", patientCents);
        fields.put("deniedCents", deniedCents);
        fields.put("openCents", openCents);
        fields.put("rejected", rejected);
        fields.put("denied", denied);
        fields.put("partlyDenied", partlyDenied);
        fields.put("silent", silent);
        fields.put("files", files);
        fields.put("complaints", complaints);
        fields.put("duplicates", duplicates);
        fields.put("rejections", rejections);
        fields.put("awaiting", awaiting);
        return fields;
    }
}
