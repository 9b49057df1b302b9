package io.openrcm.gateway.x12.remittance;

/** A synthetic remittance: a reversal with its correction, two lines paid in part, a refusal, interest and a take-back. */
public final class RemittanceFixture {

    public static final String HEADER = """
            BPR*I*230*C*ACH*CCP*01*071000013*DA*111222*1910000001**01*071000505*DA*333444*20261120
            TRN*1*EFT20261120001*1910000001
            DTM*405*20261119
            N1*PR*MERIDIAN HEALTH PLAN
            N3*1 PLAZA
            N4*MADISON*WI*537031234
            REF*2U*MERID
            PER*BL*HELPDESK*TE*8005550199
            N1*PE*LAKESIDE MEDICAL CENTER*XX*1555000011
            REF*TJ*391234567
            LX*1
            """;

    public static final String CLAIMS = """
            CLP*LK26090100031*22*-200*-120**12*ICN100
            CAS*CO*45*-50
            CAS*PR*2*-30
            NM1*QC*1*RIVERA*LUIS****MI*W200300400
            DTM*232*20260901
            CLP*LK26090100031*1*200*150*0*12*ICN101
            CAS*CO*45*50
            CLP*LK26101500042*19*300*225*25*12*ICN102
            NM1*QC*1*BAKER*JOAN****MI*W111222333
            NM1*TT*2*GRANITE SUPPLEMENT*****PI*GRANI
            MOA***MA01*MA18
            DTM*050*20261018
            SVC*HC:99214:25:LT*250*200*0510*1*HC:99215*2
            DTM*472*20261015
            CAS*CO*45*20**253*10
            CAS*PR*2*20*1.5
            REF*6R*42-1
            AMT*B6*220
            LQ*HE*N781
            LQ*HE*M15
            SVC*NU:0250*50*25
            DTM*150*20261016
            CAS*CO*45*20
            CAS*PR*3*5
            REF*6R*42-2
            CLP*LK26110100099*4*90*0*0*12*ICN103
            DTM*232*20261101
            DTM*233*20261101
            SVC*HC:99213*90*0**0
            CAS*CO*16*90
            LQ*HE*N290
            """;

    public static final String TRAILER = "PLB*1555000011*20261231*L6:INT1*-5*WO:LK26080100001*30\n";

    private RemittanceFixture() {}

    public static String sound() {
        return HEADER + CLAIMS + TRAILER;
    }
}
