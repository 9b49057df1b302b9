package io.openrcm.gateway.x12.acknowledgment;

/** Synthetic answers to a batch of claims. */
public final class AcknowledgmentFixture {

    /** Of three sets the first went through, the second with errors, the third not. */
    public static final String PARTLY_ACCEPTED = """
            AK1*HC*7*005010X222A1
            AK2*837*0001*005010X222A1
            IK5*A
            AK2*837*0002*005010X222A1
            IK3*N4*14*2010*8
            IK4*3*116*I9*53703
            IK5*E*5
            AK2*837*0003*005010X222A1
            IK3*NM1*14*2010*8
            CTX*SITUATIONAL TRIGGER*CLM*43**5:3
            CTX*CLM01:LK26110100071
            IK4*9*67*1
            IK3*SV1*31**8
            IK4*1:2*235*7*RIVERA
            IK5*R*5*I5
            AK9*P*3*3*2
            """;

    /** A payer's answer: one claim taken in, one refused for a line. */
    public static final String ONE_OF_TWO_CLAIMS = """
            BHT*0085*08*BATCH000001*20261123*1005*TH
            HL*1**20*1
            NM1*PR*2*MERIDIAN HEALTH PLAN*****PI*MERID
            TRN*1*TRACE0001
            DTP*050*D8*20261123
            DTP*009*D8*20261123
            HL*2*1*21*1
            NM1*41*2*LAKESIDE MEDICAL CENTER*****46*LAKESIDE
            TRN*2*BATCH000001
            STC*A1:19:PR*20261123*WQ*385.5
            QTY*90*1
            QTY*AA*1
            AMT*YU*185.5
            AMT*YY*200
            HL*3*2*19*1
            NM1*85*2*LAKESIDE MEDICAL CENTER*****XX*1555000011
            HL*4*3*PT
            NM1*QC*1*RIVERA*LUIS****MI*W200300400
            TRN*2*LK26110100071
            STC*A2:20:PR*20261123*WQ*185.5
            REF*1K*PAYERICN1
            REF*D9*CH0000123
            DTP*472*D8*20261101
            HL*5*3*PT
            NM1*QC*1*BAKER*JOAN****MI*BB900100
            TRN*2*LK26101500042
            STC*A7:562:85*20261123*U*200******A7:164
            REF*D9*CH0000124
            DTP*472*D8*20261015
            SVC*HC:99214*150*****1
            STC*A7:454**U
            REF*FJ*42-1
            DTP*472*D8*20261015
            SVC*HC:83036*50*****1
            REF*FJ*42-2
            """;

    private AcknowledgmentFixture() {}
}
