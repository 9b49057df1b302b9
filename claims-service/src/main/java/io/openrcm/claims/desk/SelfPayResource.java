package io.openrcm.claims.desk;

import io.openrcm.claims.building.SelfPayAccount;
import io.openrcm.claims.building.SelfPayAccount.Reason;
import io.openrcm.claims.building.SelfPayAccounts;
import io.openrcm.events.EncounterId;
import io.openrcm.events.FacilityId;
import io.openrcm.events.Money;
import io.openrcm.rest.Cursor;
import io.openrcm.rest.Page;
import io.openrcm.rest.record.Audited;
import io.openrcm.security.access.Roles;
import io.openrcm.security.audit.AuditAction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Encounters of which no payer is asked anything. */
@Path("/self-pay-accounts")
@Tag(name = "Claims")
public class SelfPayResource {

    /** The whole amount is the patient's; {@code part2} is true where 42 CFR Part 2 protects the encounter. */
    public record AccountView(
            EncounterId encounterId,
            FacilityId facility,
            Reason reason,
            Money billed,
            LocalDate serviceFrom,
            LocalDate serviceThrough,
            Instant openedAt,
            @Nullable Boolean part2) {

        static AccountView of(SelfPayAccount account) {
            return new AccountView(
                    account.encounterId(),
                    account.facility(),
                    account.reason(),
                    account.billed(),
                    account.serviceFrom(),
                    account.serviceThrough(),
                    account.openedAt(),
                    account.underPart2() ? Boolean.TRUE : null);
        }
    }

    private final SelfPayAccounts accounts;

    public SelfPayResource(SelfPayAccounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @RolesAllowed({Roles.BILLER, Roles.SUPERVISOR})
    @Audited(action = AuditAction.QUERY, what = "self-pay-account")
    @Transactional
    @Operation(summary = "Open self-pay accounts, newest first")
    @APIResponse(responseCode = "200", description = "One page; 'next' is absent on the last")
    public Page<AccountView> list(@RestQuery @Nullable String after, @RestQuery @Nullable Integer limit) {
        int size = Page.limit(limit);
        var rows = accounts.newest(after == null ? null : place(after), size + 1);
        return Page.of(rows, size, SelfPayResource::cursorOf).map(AccountView::of);
    }

    private static String cursorOf(SelfPayAccount account) {
        return Cursor.encode(
                account.openedAt().toString(), account.encounterId().toString());
    }

    private static SelfPayAccounts.Place place(String after) {
        var keys = Cursor.decode(after, 2);
        try {
            return new SelfPayAccounts.Place(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Cursor.invalid(e);
        }
    }
}
