package io.openrcm.claims.ledger;

import static io.openrcm.claims.posting.SubmittedClaims.messages;
import static io.openrcm.claims.posting.adjudication.RemitFixture.PRIMARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.answer;
import static io.openrcm.claims.posting.adjudication.RemitFixture.line;
import static io.openrcm.claims.posting.adjudication.RemitFixture.newPayment;
import static io.openrcm.claims.posting.adjudication.RemitFixture.remitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.claims.life.WithRealServers;
import io.openrcm.claims.posting.SubmittedClaims;
import io.openrcm.events.ClaimId;
import io.openrcm.events.Money;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Not even somebody with a SQL prompt changes what was posted, or posts what does not add up. */
@QuarkusTest
@WithRealServers
class LedgerTablesTest {

    private static final ServiceLine VISIT = line("L1", "99283", 10000);
    private static int claimsMade;

    @Inject
    SubmittedClaims claims;

    @Inject
    Ledger ledger;

    @Inject
    LedgerProof proof;

    @Inject
    Tables tables;

    private ClaimId claim;

    @BeforeEach
    void aPaidClaim() {
        claim = claims.submit("TABLE" + ++claimsMade, List.of(VISIT), PRIMARY);
        var theirs = remitted(answer(VISIT, "CO-45:2000"));
        claims.hear(messages(1, new ClaimRemitted(claim, newPayment("80.00", PRIMARY), 1, theirs)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set cents = cents + 1",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update ledger_posting set proof = '{}'",
                "delete from ledger_posting",
                "delete from provider_adjustment",
                "delete from remitted_claim",
                "update line_adjudication set paid_cents = 0"
            })
    void whatWasPostedStays(String sql) {
        var before = tables.about(claim);

        assertThatThrownBy(() -> tables.run(sql)).hasStackTraceContaining("APPEND_ONLY");

        assertThat(tables.about(claim)).isEqualTo(before);
    }

    @Test
    void entriesThatDoNotSumToZeroAreRefused() {
        var posting = "(select posting_id from ledger_entry where claim_id = '" + claim + "' limit 1)";
        var oneSided =
                "insert into ledger_entry values (" + posting + ", 99, 'CASH', '" + claim + "', '', 1, 1, 'LAKESIDE')";
        var betweenTwoPostings = "insert into ledger_entry values (gen_random_uuid(), 1, 'CASH', null, '', 0, 1),"
                + " (gen_random_uuid(), 1, 'CASH', null, '', 0, -1)";

        assertThatThrownBy(() -> tables.run(oneSided)).hasStackTraceContaining("LEDGER_POSTING_BALANCE");
        assertThatThrownBy(() -> tables.run(betweenTwoPostings)).hasStackTraceContaining("LEDGER_POSTING_BALANCE");
    }

    @Test
    void entriesOfNoPostingAreRefused() {
        var ofNoPosting = "with p as (select gen_random_uuid() as id) insert into ledger_entry"
                + " select id, line, 'CASH', null, '', 0, cents from p, (values (1, 1), (2, -1)) v (line, cents)";

        assertThatThrownBy(() -> tables.run(ofNoPosting)).hasStackTraceContaining("LEDGER_ENTRY_POSTING");
    }

    @Test
    void sumsThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> tables.run("update claim_balance set paid_cents = paid_cents + 1"))
                .hasStackTraceContaining("claim_balance_check");
    }

    @Test
    void theProofFindsSumsThatDifferFromTheirEntries() {
        var cheat =
                "update claim_balance set paid_cents = paid_cents + %d, open_cents = open_cents - %d where claim_id = '"
                        + claim + "'";
        assertThat(proof.prove().holds()).isTrue();

        tables.run(cheat.formatted(1, 1));
        tables.run("update claim_bucket set open_cents = open_cents - 1 where claim_id = '" + claim + "'");

        assertThat(proof.prove()).satisfies(found -> {
            assertThat(found.holds()).isFalse();
            assertThat(found.wrongBalances()).isEqualTo(1);
            assertThat(found.wrongBuckets()).isEqualTo(1);
            assertThat(found.balance()).isEqualTo(Money.ZERO);
        });
        tables.run(cheat.formatted(-1, -1));
        tables.run("update claim_bucket set open_cents = open_cents + 1 where claim_id = '" + claim + "'");
    }

    @Test
    void aReplacementWithOtherLinesChangesWhatIsOwedByTheDifference() {
        var replacement = List.of(line("L1", "99283", 10000), line("L3", "36415", 1200));

        claims.rebill(claim, replacement, PRIMARY);
        var before = tables.about(claim);
        claims.rebill(claim, replacement, PRIMARY);

        assertThat(ledger.find(claim).orElseThrow().billed()).isEqualTo(Money.of("112.00"));
        assertThat(ledger.find(claim).orElseThrow().openWith(1)).isEqualTo(Money.of("12.00"));
        assertThat(tables.about(claim)).isEqualTo(before);
    }
}
