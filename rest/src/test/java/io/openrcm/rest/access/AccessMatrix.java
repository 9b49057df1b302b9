package io.openrcm.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.rest.access.AccessIntent.Line;
import io.openrcm.rest.access.AccessIntent.Other;
import io.openrcm.security.access.Roles;
import io.openrcm.security.identity.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint of a service held against {@code docs/access.yaml}: in every role and none, for the caller's facility and for another,
 * with every token that must be refused, and by every path that only looks different. A service's test extends this.
 */
public abstract class AccessMatrix {

    /** Where a server or a filter might read another path than the one that was protected. */
    private static final List<UnaryOperator<String>> DISGUISES = List.of(
            path -> path + ";x",
            path -> path + "%3Bx",
            path -> path + "/",
            path -> path + "%2F",
            path -> path + "%5C",
            path -> "/" + path,
            path -> "/x/.." + path,
            path -> "/x/..;" + path,
            path -> "/%2e" + path,
            path -> path.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + path.substring(2),
            path -> path + "?x=/q/health",
            path -> path + "%00");

    /** A facility that no test makes a record of. */
    private static final String WITHOUT_RECORDS = "NOWHERE";

    /** Real records of the facility LAKESIDE, by endpoint: {@code "GET /claims/{number}" → "/claims/ABC"}. */
    protected abstract Map<String, String> recordsOfLakeside();

    /** A body that the endpoint can read, where it looks for the record only after that. */
    protected String bodyFor(String endpoint) {
        return Call.EMPTY;
    }

    private static String service() {
        return ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    }

    @Test
    void everyEndpointHasALineOnThePageAndEveryLineAnEndpoint() {
        var written = new TreeSet<String>();
        AccessIntent.of(service()).forEach(line -> written.add(line.endpoint()));

        assertThat(written).isEqualTo(Endpoints.withMediaTypes().keySet());
    }

    @Test
    void whoeverHasNoneOfTheRolesIsRefusedAndWhoeverHasOneIsNot() {
        var wrong = new ArrayList<String>();
        for (var role : Roles.ALL) {
            for (var facility : List.of("LAKESIDE", "HARBOR")) {
                var token = Token.of(role).at(facility).signed();
                for (var line : AccessIntent.of(service())) {
                    int status = call(line, token).status();
                    boolean refused = status == 401 || status == 403;
                    if (refused == line.roles().contains(role) || (refused && status != 403)) {
                        wrong.add(line.endpoint() + " as " + role + " at " + facility + ": " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noTokenThatIsNotValidGetsIn() {
        var wrong = new ArrayList<String>();
        for (var role : Roles.ALL) {
            for (var facility : List.of("LAKESIDE", "HARBOR")) {
                var token = Token.of(role).at(facility);
                var refused = Map.of(
                        "expired", token.expired().signed(),
                        "not yet begun", token.notYetBegun().signed(),
                        "of another audience", token.forAnotherAudience().signed(),
                        "of another issuer", token.ofAnotherIssuer().signed(),
                        "unsigned", token.unsigned(),
                        "signed with the public key", token.signedWithThePublicKey(),
                        "signed by another", token.signedByAnother());
                for (var line : AccessIntent.of(service())) {
                    refused.forEach((what, value) -> {
                        int status = call(line, value).status();
                        if (status != 401) {
                            wrong.add(line.endpoint() + " as " + role + ", token " + what + ": " + status);
                        }
                    });
                }
            }
        }
        for (var line : AccessIntent.of(service())) {
            int status = new Call(line.method(), filled(line), mediaType(line), null, Call.EMPTY)
                    .send()
                    .status();
            if (status != 401) {
                wrong.add(line.endpoint() + " without a token: " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anotherFacilitysRecordIsAnsweredAsIfItDidNotExist() {
        var records = recordsOfLakeside();
        for (var line : AccessIntent.of(service())) {
            if (line.other() == Other.HIDDEN) {
                assertThat(records).as("a record for the test").containsKey(line.endpoint());
                var path = records.get(line.endpoint());
                var token = Token.of(line.roles().getFirst());
                var body = bodyFor(line.endpoint());

                var own = new Call(
                                line.method(),
                                path,
                                mediaType(line),
                                token.at("LAKESIDE").signed(),
                                body)
                        .send();
                var others = new Call(
                                line.method(),
                                path,
                                mediaType(line),
                                token.at("HARBOR").signed(),
                                body)
                        .send();
                var nobodys = new Call(
                                line.method(),
                                filled(line),
                                mediaType(line),
                                token.at("HARBOR").signed(),
                                body)
                        .send();

                assertThat(own.status())
                        .as("%s, own: %s", line.endpoint(), own.body())
                        .isNotEqualTo(404);
                assertThat(others.status()).as("%s, another's", line.endpoint()).isEqualTo(404);
                assertThat(others.body()).as(line.endpoint()).isEqualTo(nobodys.body());
            }
        }
    }

    /** An answer may be sums that name no facility; so for whom there is nothing, it has no name in it and no number but zero. */
    @Test
    void listsHaveNothingOfAnotherFacility() {
        var records = recordsOfLakeside();
        for (var line : AccessIntent.of(service())) {
            if (line.other() == Other.EMPTY) {
                var path = records.getOrDefault(line.endpoint(), line.path());
                var token = Token.of(line.roles().getFirst());

                var own = list(line, path, token.at("LAKESIDE"));
                var others = list(line, path, token.at("HARBOR"));
                var nothing = list(line, path, token.at(WITHOUT_RECORDS));

                assertThat(own.status())
                        .as("%s: %s", line.endpoint(), own.body())
                        .isEqualTo(200);
                assertThat(own.body()).as("%s, own", line.endpoint()).containsPattern("[1-9]");
                assertThat(others.body()).as("%s, another's", line.endpoint()).doesNotContain("LAKESIDE");
                assertThat(nothing.status())
                        .as("%s: %s", line.endpoint(), nothing.body())
                        .isEqualTo(200);
                assertThat(nothing.body())
                        .as("%s, of no record", line.endpoint())
                        .doesNotContain("LAKESIDE")
                        .doesNotContainPattern("[1-9]");
            }
        }
    }

    @Test
    void noOtherSpellingOfAPathGetsPastTheDoor() {
        var wrong = new ArrayList<String>();
        for (var line : AccessIntent.of(service())) {
            var outsider = Roles.ALL.stream()
                    .filter(role -> !line.roles().contains(role))
                    .findFirst()
                    .orElseThrow();
            for (var disguise : DISGUISES) {
                var path = disguise.apply(filled(line));
                for (var token : Arrays.asList(null, Token.of(outsider).signed())) {
                    int status = new Call(line.method(), path, mediaType(line), token, Call.EMPTY)
                            .send()
                            .status();
                    if (status < 400 || status >= 500) {
                        wrong.add(line.method() + " " + path + ": " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void rolesThatExcludeEachOtherOpenNoDoor() {
        var line = AccessIntent.of(service()).getFirst();
        for (var pair : List.of(
                List.of(Roles.POSTER, Roles.APPROVER),
                List.of(Roles.ADMINISTRATOR, Roles.BILLER),
                List.of(Roles.ADMINISTRATOR, Roles.AUDITOR),
                List.of(Roles.ADMINISTRATOR, Roles.PART2),
                List.of(Roles.AUDITOR, Roles.SUPERVISOR))) {
            var roles = new TreeSet<>(line.roles());
            roles.addAll(pair);
            assertThat(call(line, Token.of(roles.toArray(String[]::new)).signed())
                            .status())
                    .as("%s", pair)
                    .isEqualTo(403);
        }
    }

    private static Call.Reply call(Line line, String token) {
        return new Call(line.method(), filled(line), mediaType(line), token, Call.EMPTY).send();
    }

    /** What an endpoint cannot read it refuses before it asks who calls. */
    private static String mediaType(Line line) {
        return Endpoints.withMediaTypes().getOrDefault(line.endpoint(), Endpoints.JSON);
    }

    private Call.Reply list(Line line, String path, Token token) {
        return new Call(line.method(), path, Endpoints.JSON, token.signed(), bodyFor(line.endpoint())).send();
    }

    /** Something that nobody has in the place of each parameter, of whatever kind it is. */
    private static String filled(Line line) {
        return line.path()
                .replaceAll("/parked-messages/\\{id}", "/parked-messages/987654321")
                .replaceAll("\\{(number|payer|system)}", "NOBODYS")
                .replaceAll("(facilities|payers|trading-partners)/\\{id}", "$1/NOBODYS")
                .replaceAll("\\{[^}]+}", new UUID(0x4000, 0x8000_0000_0000_0001L).toString());
    }
}
