package io.openrcm.coding.codebook.release;

import io.openrcm.coding.CodingProblem;
import io.openrcm.coding.codebook.CodeRelease;
import io.openrcm.coding.codebook.CodeSystem;
import io.openrcm.coding.codebook.Codes;
import io.openrcm.coding.codebook.ListedCode;
import io.openrcm.coding.codebook.ReleaseChange;
import io.openrcm.coding.codebook.release.ReleaseFile.BrokenLine;
import io.openrcm.rest.FieldError;
import io.openrcm.rest.Problem;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/** Takes a published release of a code set into the codebook: new codes begin, missing ones end. */
@ApplicationScoped
public class LoadRelease {

    /** Which of the published forms the text has. */
    public enum Form {
        OFFICIAL,
        CSV
    }

    private final Codes codes;
    private final AuditTrail trail;
    private final Clock clock;

    public LoadRelease(Codes codes, AuditTrail trail, Clock clock) {
        this.codes = codes;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Stores the release in one transaction. Releases of a system are loaded in the order of their first days; loading one
     * twice changes nothing.
     *
     * @throws Problem {@code CODE_RELEASE_INVALID} with the line number, {@code STALE_CODE_RELEASE}
     */
    @Transactional
    public CodeRelease load(
            CodeSystem system, LocalDate validFrom, boolean isComplete, Form form, Iterator<String> lines) {
        List<ListedCode> listed = read(system, form, lines);
        codes.lock(system);
        boolean isStale = codes.releases().stream()
                .anyMatch(known -> known.system().equals(system.label())
                        && known.validFrom().isAfter(validFrom));
        if (isStale) {
            throw new Problem(CodingProblem.STALE_CODE_RELEASE, "Load releases in the order of their first days.");
        }
        codes.apply(system, ReleaseChange.of(codes.open(system), listed, validFrom, isComplete));
        CodeRelease release = new CodeRelease(system.label(), validFrom, isComplete, listed.size(), clock.instant());
        codes.add(release);
        trail.record(AuditEntry.create("code-release", system.label() + "/" + validFrom)
                .inOperation());
        return release;
    }

    private static List<ListedCode> read(CodeSystem system, Form form, Iterator<String> lines) {
        try {
            if (form == Form.CSV) {
                return ReleaseFile.readCsv(lines);
            }
            return switch (system) {
                case ICD_10_CM, ICD_10_PCS -> ReleaseFile.readOrderFile(lines);
                case HCPCS -> ReleaseFile.readHcpcsFile(lines);
                case CPT, REVENUE ->
                    throw new Problem(
                            CodingProblem.CODE_RELEASE_INVALID,
                            "This system has no public file: send text/csv with code,validFrom,validTo,title.");
            };
        } catch (BrokenLine e) {
            String sentence = String.valueOf(e.getMessage());
            throw new Problem(
                    CodingProblem.CODE_RELEASE_INVALID,
                    "Line " + e.line() + ": " + sentence + ".",
                    List.of(new FieldError("/" + (e.line() - 1), "RELEASE_LINE", sentence)));
        }
    }
}
