package io.openrcm.gateway.x12.syntax;

/** Names of the segments that we read, packed into a number so that a switch can choose by them. */
public final class Tag {

    public static final int ISA = ('I' << 16) | ('S' << 8) | 'A';
    public static final int IEA = ('I' << 16) | ('E' << 8) | 'A';
    public static final int GS = ('G' << 8) | 'S';
    public static final int GE = ('G' << 8) | 'E';
    public static final int ST = ('S' << 8) | 'T';
    public static final int SE = ('S' << 8) | 'E';
    public static final int TA1 = ('T' << 16) | ('A' << 8) | '1';
    public static final int AK1 = ('A' << 16) | ('K' << 8) | '1';
    public static final int AK2 = ('A' << 16) | ('K' << 8) | '2';
    public static final int AK9 = ('A' << 16) | ('K' << 8) | '9';
    public static final int IK3 = ('I' << 16) | ('K' << 8) | '3';
    public static final int IK4 = ('I' << 16) | ('K' << 8) | '4';
    public static final int IK5 = ('I' << 16) | ('K' << 8) | '5';
    public static final int CTX = ('C' << 16) | ('T' << 8) | 'X';
    public static final int HL = ('H' << 8) | 'L';
    public static final int NM1 = ('N' << 16) | ('M' << 8) | '1';
    public static final int N1 = ('N' << 8) | '1';
    public static final int TRN = ('T' << 16) | ('R' << 8) | 'N';
    public static final int STC = ('S' << 16) | ('T' << 8) | 'C';
    public static final int QTY = ('Q' << 16) | ('T' << 8) | 'Y';
    public static final int AMT = ('A' << 16) | ('M' << 8) | 'T';
    public static final int REF = ('R' << 16) | ('E' << 8) | 'F';
    public static final int SVC = ('S' << 16) | ('V' << 8) | 'C';
    public static final int BPR = ('B' << 16) | ('P' << 8) | 'R';
    public static final int DTM = ('D' << 16) | ('T' << 8) | 'M';
    public static final int CLP = ('C' << 16) | ('L' << 8) | 'P';
    public static final int CAS = ('C' << 16) | ('A' << 8) | 'S';
    public static final int MIA = ('M' << 16) | ('I' << 8) | 'A';
    public static final int MOA = ('M' << 16) | ('O' << 8) | 'A';
    public static final int LQ = ('L' << 8) | 'Q';
    public static final int LX = ('L' << 8) | 'X';
    public static final int PLB = ('P' << 16) | ('L' << 8) | 'B';

    private Tag() {}

    /** The name that was packed. */
    public static String name(int tag) {
        StringBuilder name = new StringBuilder(3);
        for (int shift = 16; shift >= 0; shift -= 8) {
            char c = (char) (tag >> shift & 0xff);
            if (c != 0) {
                name.append(c);
            }
        }
        return name.toString();
    }
}
