package io.openrcm.simulator.desk;

import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.exchange.PartnerFolders;
import io.openrcm.simulator.intake.InterchangeReader;
import io.openrcm.simulator.intake.ReceivedFile;
import io.openrcm.simulator.ledger.ClaimReference;
import io.openrcm.simulator.ledger.Ledger;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Claims by file and place. Those awaiting payment are at hand; any other is read again from the file we took, which is why taken files
 * are kept, and why the journal needs no patient's data.
 */
final class ClaimArchive {

    private static final int FILES_AT_HAND = 4;

    private final PartnerFolders folders;
    private final Ledger ledger;
    private final Map<ClaimReference, Claim> awaiting = new HashMap<>();
    private final Map<Long, Map<Integer, Claim>> readAgain = new LinkedHashMap<>(16, 0.75f, true);

    ClaimArchive(PartnerFolders folders, Ledger ledger) {
        this.folders = folders;
        this.ledger = ledger;
    }

    void keep(ClaimReference reference, Claim claim) {
        awaiting.put(reference, claim);
    }

    void release(ClaimReference reference) {
        awaiting.remove(reference);
    }

    Claim get(ClaimReference reference) throws IOException {
        var claim = awaiting.get(reference);
        if (claim == null) {
            claim = fromFile(reference.file()).get(reference.ordinal());
        }
        if (claim == null) {
            throw new IOException("file " + reference.file() + " has no claim " + reference.ordinal() + " any more");
        }
        return claim;
    }

    private Map<Integer, Claim> fromFile(long number) throws IOException {
        var known = readAgain.get(number);
        if (known != null) {
            return known;
        }
        var file = ledger.file(number).orElseThrow(() -> new IOException("file " + number + " was never read"));
        var received = InterchangeReader.read(file.partner(), file.name(), folders.read(file.partner(), file.name()));
        Map<Integer, Claim> claims = new HashMap<>();
        received.claims().forEach((ReceivedFile.Received it) -> claims.put(it.ordinal(), it.claim()));
        readAgain.put(number, claims);
        if (readAgain.size() > FILES_AT_HAND) {
            readAgain.remove(readAgain.keySet().iterator().next());
        }
        return claims;
    }
}
