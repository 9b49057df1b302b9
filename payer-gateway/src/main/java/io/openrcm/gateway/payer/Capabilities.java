package io.openrcm.gateway.payer;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.Frequency;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/**
 * What a payer takes electronically. What it does not take is refused before anything is sent, never sent in a lesser form.
 *
 * @param secondary claims on which another payer has decided first
 * @param institutionalLines most lines of one institutional claim, at most 999
 * @param professionalLines most lines of one professional claim, at most 50
 */
@Embeddable
public record Capabilities(
        boolean institutional,
        boolean professional,
        boolean replacement,
        boolean voiding,
        boolean secondary,
        @Column(name = "institutional_lines") int institutionalLines,
        @Column(name = "professional_lines") int professionalLines) {

    static final int MOST_INSTITUTIONAL_LINES = 999;
    static final int MOST_PROFESSIONAL_LINES = 50;

    public static Capabilities all() {
        return new Capabilities(true, true, true, true, true, MOST_INSTITUTIONAL_LINES, MOST_PROFESSIONAL_LINES);
    }

    boolean areValid() {
        return institutionalLines > 0
                && institutionalLines <= MOST_INSTITUTIONAL_LINES
                && professionalLines > 0
                && professionalLines <= MOST_PROFESSIONAL_LINES;
    }

    /** What the claim needs and this payer lacks, as a sentence without a word about the patient. */
    public Optional<String> lackingFor(ClaimContent claim) {
        boolean taken = switch (claim.type()) {
            case INSTITUTIONAL -> institutional;
            case PROFESSIONAL -> professional;
        };
        int mostLines = switch (claim.type()) {
            case INSTITUTIONAL -> institutionalLines;
            case PROFESSIONAL -> professionalLines;
        };
        if (!taken) {
            return Optional.of("the payer takes no electronic claims of this type");
        }
        if (claim.frequency() == Frequency.REPLACEMENT && !replacement) {
            return Optional.of("the payer takes no replacement claims");
        }
        if (claim.frequency() == Frequency.VOID && !voiding) {
            return Optional.of("the payer takes no void claims");
        }
        if (claim.destinationRank() > 1 && !secondary) {
            return Optional.of("the payer takes no claims that another payer decided first");
        }
        if (claim.lines().size() > mostLines) {
            return Optional.of("the payer takes at most " + mostLines + " lines in one claim");
        }
        return Optional.empty();
    }
}
