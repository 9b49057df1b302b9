package io.openrcm.coding.codebook;

import java.util.Arrays;
import java.util.Optional;

/** The code sets that claims speak. */
public enum CodeSystem {
    ICD_10_CM("ICD-10-CM"),
    ICD_10_PCS("ICD-10-PCS"),
    /** HCPCS level II: a letter and four digits. */
    HCPCS("HCPCS"),
    /** HCPCS level I, licensed by the AMA: only the hospital's own licensed list can be loaded. */
    CPT("CPT"),
    /** Four-digit revenue codes, licensed by the NUBC. */
    REVENUE("REVENUE");

    private final String label;

    CodeSystem(String label) {
        this.label = label;
    }

    /** The name in addresses and files, {@code ICD-10-CM}. */
    public String label() {
        return label;
    }

    public static Optional<CodeSystem> labelled(String label) {
        return Arrays.stream(values())
                .filter(system -> system.label.equals(label))
                .findFirst();
    }

    /** Level II codes begin with a letter, level I codes with a digit (45 CFR 162.1002(a)(5)). */
    public static CodeSystem ofProcedureCode(String code) {
        return Character.isDigit(code.charAt(0)) ? CPT : HCPCS;
    }
}
