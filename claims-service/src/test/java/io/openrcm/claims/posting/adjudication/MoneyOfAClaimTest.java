package io.openrcm.claims.posting.adjudication;

import static io.openrcm.claims.posting.adjudication.RemitFixture.PRIMARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.SECONDARY;
import static io.openrcm.claims.posting.adjudication.RemitFixture.answer;
import static io.openrcm.claims.posting.adjudication.RemitFixture.claimOf;
import static io.openrcm.claims.posting.adjudication.RemitFixture.inPayment;
import static io.openrcm.claims.posting.adjudication.RemitFixture.remitted;
import static io.openrcm.claims.posting.adjudication.RemitFixture.reversalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.claims.ledger.ClaimMoney;
import io.openrcm.claims.posting.adjudication.Posting.AlreadyTaken;
import io.openrcm.claims.posting.adjudication.Posting.Posted;
import io.openrcm.claims.posting.adjudication.Posting.Reversed;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.RemittedClaim;
import io.openrcm.events.payer.RemittedClaim.Outcome;
import io.openrcm.events.payer.RemittedLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever payers send, in whatever order and however often, a claim's money adds up after every step. */
class MoneyOfAClaimTest {

    private static final String[] REASONS = {
        "CO-45", "CO-253", "CO-97", "CO-24", "PR-1", "PR-2", "PR-3", "CO-50", "CO-197", "OA-18", "PI-9Z9", "CO-9Z9"
    };

    enum Step {
        DECIDE,
        DECIDE_AS_SECONDARY,
        DELIVER_AGAIN,
        PAY_AGAIN,
        REVERSE,
        REVERSE_WRONGLY
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMinSize(1).ofMaxSize(14);
    }

    @Property(tries = 3000)
    void everyCentIsSomewhereAfterEveryStep(@ForAll long seed, @ForAll("steps") List<Step> steps) {
        var random = new Random(seed);
        var claim = claim(random);
        var books = new Books(claim);
        var sent = new ArrayList<ClaimRemitted>();
        for (Step step : steps) {
            var event = next(step, random, claim, sent);
            var before = books.money();
            var posting = books.post(event);
            sent.add(event);
            assertAddsUp(books, claim);
            if (posting instanceof Posted || posting instanceof Reversed) {
                assertThat(books.money().paid())
                        .isEqualTo(before.paid().plus(event.claim().paid()));
            } else {
                assertThat(books.money()).isEqualTo(before);
            }
        }
    }

    @Property(tries = 1000)
    void aSecondDeliveryOfEverythingInAnyOrderChangesNothing(@ForAll long seed, @ForAll("steps") List<Step> steps) {
        var random = new Random(seed);
        var claim = claim(random);
        var books = new Books(claim);
        var sent = new ArrayList<ClaimRemitted>();
        for (Step step : steps) {
            var event = next(step, random, claim, sent);
            var _ = books.post(event);
            sent.add(event);
        }
        int size = books.size();

        Collections.shuffle(sent, random);

        assertThat(sent).allSatisfy(event -> assertThat(books.post(event)).isInstanceOf(AlreadyTaken.class));
        assertThat(books.size()).isEqualTo(size);
    }

    @Property(tries = 1000)
    void takenBackAndDecidedTheSameAgainTheMoneyIsWhereItWas(@ForAll long seed) {
        var random = new Random(seed);
        var claim = claim(random);
        var books = new Books(claim);
        var untouched = books.money();
        var decision = decision(random, claim, Outcome.PROCESSED_AS_PRIMARY);
        var _ = books.post(inPayment(1, PRIMARY, decision));
        var decided = books.money();

        assertThat(books.post(inPayment(2, PRIMARY, reversalOf(decision)))).isInstanceOf(Reversed.class);
        assertThat(books.money()).isEqualTo(untouched);
        assertThat(books.post(inPayment(3, PRIMARY, decision))).isInstanceOf(Posted.class);

        assertThat(books.money()).isEqualTo(decided);
    }

    @Property(tries = 1000)
    void reversalAndCorrectionEndTheSameInEitherOrder(@ForAll long seed) {
        var random = new Random(seed);
        var claim = claim(random);
        var first = decision(random, claim, Outcome.PROCESSED_AS_PRIMARY);
        var corrected = decision(random, claim, Outcome.PROCESSED_AS_PRIMARY);
        var inOrder = new Books(claim);
        var overtaken = new Books(claim);
        if (first.equals(corrected)) {
            return;
        }

        for (var event : List.of(first, reversalOf(first), corrected)) {
            var _ = inOrder.post(inPayment(event.hashCode(), PRIMARY, event));
        }
        for (var event : List.of(first, corrected, reversalOf(first))) {
            var _ = overtaken.post(inPayment(event.hashCode(), PRIMARY, event));
        }

        assertThat(overtaken.moneyByLine()).isEqualTo(inOrder.moneyByLine());
    }

    private static void assertAddsUp(Books books, BilledClaim claim) {
        var money = books.money();
        assertThat(money.billed()).isEqualTo(claim.billed());
        assertThat(money.billed()).isEqualTo(sum(money));
        var byLine = books.moneyByLine();
        assertThat(byLine.values()).allSatisfy(line -> assertThat(line.billed()).isEqualTo(sum(line)));
        for (ServiceLine line : claim.lines()) {
            assertThat(byLine.get(line.controlNumber()).billed()).isEqualTo(line.charge());
        }
        assertThat(Money.sum(byLine.values(), ClaimMoney::open)).isEqualTo(money.open());
        assertThat(Money.sum(byLine.values(), ClaimMoney::paid)).isEqualTo(money.paid());
    }

    private static Money sum(ClaimMoney money) {
        return money.paid().plus(money.adjusted()).plus(money.patient()).plus(money.open());
    }

    private static BilledClaim claim(Random random) {
        var lines = new ArrayList<ServiceLine>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            lines.add(RemitFixture.line("L" + i, "9928" + i, 1 + random.nextInt(1_000_000)));
        }
        return random.nextBoolean() ? claimOf(lines, PRIMARY) : claimOf(lines, PRIMARY, SECONDARY);
    }

    private static ClaimRemitted next(Step step, Random random, BilledClaim claim, List<ClaimRemitted> sent) {
        int payment = 1000 + sent.size();
        var earlier = sent.isEmpty() ? null : sent.get(random.nextInt(sent.size()));
        return switch (step) {
            case DECIDE -> inPayment(payment, PRIMARY, decision(random, claim, Outcome.PROCESSED_AS_PRIMARY));
            case DECIDE_AS_SECONDARY ->
                inPayment(payment, SECONDARY, decision(random, claim, Outcome.PROCESSED_AS_SECONDARY));
            case DELIVER_AGAIN ->
                earlier == null
                        ? inPayment(payment, PRIMARY, decision(random, claim, Outcome.PROCESSED_AS_PRIMARY))
                        : earlier;
            case PAY_AGAIN ->
                earlier == null
                        ? inPayment(payment, PRIMARY, decision(random, claim, Outcome.PROCESSED_AS_PRIMARY))
                        : inPayment(payment, earlier.payment().payer(), earlier.claim());
            case REVERSE -> reversal(payment, random, claim, sent);
            case REVERSE_WRONGLY ->
                inPayment(payment, PRIMARY, reversalOf(decision(random, claim, Outcome.PROCESSED_AS_PRIMARY)));
        };
    }

    private static ClaimRemitted reversal(int payment, Random random, BilledClaim claim, List<ClaimRemitted> sent) {
        var decisions = sent.stream()
                .filter(event -> event.claim().outcome() != Outcome.REVERSAL)
                .toList();
        if (decisions.isEmpty()) {
            return inPayment(payment, PRIMARY, reversalOf(decision(random, claim, Outcome.PROCESSED_AS_PRIMARY)));
        }
        var one = decisions.get(random.nextInt(decisions.size()));
        PayerId payer = one.payment().payer();
        return inPayment(payment, payer, reversalOf(one.claim()));
    }

    /** Splits each charge at random into a payment and up to three adjustments. */
    private static RemittedClaim decision(Random random, BilledClaim claim, Outcome outcome) {
        var lines = new ArrayList<RemittedLine>();
        for (ServiceLine line : claim.lines()) {
            long left = line.charge().cents();
            var adjustments = new ArrayList<String>();
            if (outcome == Outcome.PROCESSED_AS_SECONDARY) {
                long prior = random.nextLong(left + 1);
                adjustments.add("OA-23:" + prior);
                left -= prior;
            }
            for (int i = 0; i < random.nextInt(4); i++) {
                long cents = random.nextInt(3) == 0 ? left : random.nextLong(left + 1);
                adjustments.add(REASONS[random.nextInt(REASONS.length)] + ":" + cents);
                left -= cents;
            }
            lines.add(answer(line, adjustments.toArray(String[]::new)));
        }
        return remitted(outcome, lines);
    }
}
