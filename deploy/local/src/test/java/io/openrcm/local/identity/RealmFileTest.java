package io.openrcm.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.security.access.Roles;
import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The realm says what the design says. */
class RealmFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACEHOLDER = "\\$\\{[A-Z0-9_]+}";

    private final RealmFile file = RealmFile.in(ServersProcess.root());
    private final JsonNode realm = JSON.readTree(file.file().toFile());

    RealmFileTest() throws IOException {}

    @Test
    void itHasTheRolesThatTheServicesKnowEachWithOneLineAboutIt() {
        var roles = realm.path("roles").path("realm").valueStream().toList();

        assertThat(roles).extracting(role -> role.path("name").asText()).containsExactlyElementsOf(Roles.ALL);
        assertThat(roles)
                .allSatisfy(
                        role -> assertThat(role.path("description").asText()).hasSizeBetween(20, 100));
    }

    @Test
    void noSecretStandsInTheFile() throws IOException {
        assertThat(file.people()).hasSizeGreaterThan(8);
        for (var user : realm.path("users")) {
            for (var credential : user.path("credentials")) {
                assertThat(credential.path("value").asText()).matches(PLACEHOLDER);
            }
            assertThat(user.has("credentials")).isNotEqualTo(user.has("serviceAccountClientId"));
        }
        assertThat(realm.findValues("secret")).isEmpty();
        assertThat(realm.findValues("privateKey")).isEmpty();
        for (var client : file.machines()) {
            var key =
                    JSON.readTree(attribute(client, "jwks.string")).path("keys").path(0);
            assertThat(List.of(key.path("kid"), key.path("x"), key.path("y")))
                    .allSatisfy(part -> assertThat(part.asText()).matches(PLACEHOLDER));
        }
    }

    @Test
    void aTokenLivesFiveMinutesAndARefreshTokenIsGoodOnce() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isEqualTo(900);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
    }

    @Test
    void whoGuessesPasswordsIsHeldUpAndWrittenDown() {
        assertThat(realm.path("passwordPolicy").asText()).contains("length(12)", "notUsername");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isBetween(3, 10);
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(texts(realm.path("enabledEventTypes"))).contains("LOGIN", "LOGIN_ERROR", "CLIENT_LOGIN_ERROR");
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
    }

    @Test
    void howStronglySomebodySignedInStandsInTheTokenAndOneSettingAsksForASecondFactor() throws IOException {
        var levels = JSON.readTree(realm.path("attributes").path("acr.loa.map").asText());
        var flow = find(realm.path("authenticationFlows"), "alias", "second-factor")
                .orElseThrow();

        assertThat(levels.path("second-factor").asInt())
                .isGreaterThan(levels.path("password").asInt());
        assertThat(attribute("openrcm-desk", "minimum.acr.value")).isEqualTo("${SIGN_IN_LEVEL:password}");
        assertThat(texts(client("openrcm-desk").path("defaultClientScopes"))).contains("level");
        assertThat(flow.path("authenticationExecutions").valueStream()).anySatisfy(step -> {
            assertThat(step.path("authenticator").asText()).isEqualTo("auth-otp-form");
            assertThat(step.path("requirement").asText()).isEqualTo("REQUIRED");
        });
    }

    @Test
    void noClientTakesAPasswordAndNoneCarriesMoreThanItsOwnRoles() {
        var clients = realm.path("clients").valueStream().toList();

        assertThat(clients)
                .extracting(client -> client.path("clientId").asText())
                .containsExactlyInAnyOrder("openrcm-desk", "hospital-lakeside", "payer-adapter", "admin-cli");
        assertThat(clients).allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        });
        assertThat(client("admin-cli").path("enabled").asBoolean(true)).isFalse();
    }

    @Test
    void peopleSignInAtTheDeskWithProofOfTheCodeAndComeBackToThisMachineOnly() {
        var desk = client("openrcm-desk");

        assertThat(desk.path("publicClient").asBoolean()).isTrue();
        assertThat(desk.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(desk.path("serviceAccountsEnabled").asBoolean(true)).isFalse();
        assertThat(attribute("openrcm-desk", "pkce.code.challenge.method")).isEqualTo("S256");
        assertThat(texts(desk.path("redirectUris"))).isNotEmpty().allMatch(uri -> uri.startsWith("http://127.0.0.1/"));
        assertThat(rolesInTokensOf("openrcm-desk"))
                .containsExactlyInAnyOrder(
                        Roles.CODER,
                        Roles.BILLER,
                        Roles.POSTER,
                        Roles.DENIAL_SPECIALIST,
                        Roles.SUPERVISOR,
                        Roles.APPROVER,
                        Roles.AUDITOR,
                        Roles.ADMINISTRATOR,
                        Roles.PART2);
    }

    @ParameterizedTest
    @CsvSource({
        "hospital-lakeside, hospital-system, LAKESIDE, coding-service",
        "payer-adapter,     payer-adapter,   *,        payer-gateway"
    })
    void aMachineSignsInWithItsKeyAndIsKnownToOneServiceOnly(
            String client, String role, String facility, String service) {
        var machine = client(client);
        var account = realm.path("users")
                .valueStream()
                .filter(user -> user.path("serviceAccountClientId").asText().equals(client))
                .findFirst()
                .orElseThrow();

        assertThat(machine.path("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
        assertThat(machine.path("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(machine.path("standardFlowEnabled").asBoolean(true)).isFalse();
        assertThat(attribute(client, "token.endpoint.auth.signing.alg")).isEqualTo("ES384");
        assertThat(attribute(client, "token.endpoint.auth.signing.max.exp")).isEqualTo("60");
        assertThat(audiencesOf(client)).containsExactly(service);
        assertThat(rolesInTokensOf(client)).containsExactly(role);
        assertThat(texts(account.path("realmRoles"))).containsExactly(role);
        assertThat(texts(account.path("attributes").path("facilities"))).containsExactly(facility);
    }

    @Test
    void peoplesTokensAreMeantForAllFourServices() {
        assertThat(audiencesOf("openrcm-desk"))
                .containsExactlyInAnyOrder("coding-service", "claims-service", "payer-gateway", "followup-service");
    }

    @Test
    void whoseRecordsSomebodySeesIsSaidByAnAdministratorAndByNobodyElse() throws IOException {
        var profile = JSON.readTree(realm.path("components")
                .path("org.keycloak.userprofile.UserProfileProvider")
                .path(0)
                .path("config")
                .path("kc.user.profile.config")
                .path(0)
                .asText());
        var facilities = profile.path("attributes")
                .valueStream()
                .filter(attribute -> attribute.path("name").asText().equals("facilities"))
                .findFirst()
                .orElseThrow();

        assertThat(texts(facilities.path("permissions").path("edit"))).containsExactly("admin");
        assertThat(facilities.path("multivalued").asBoolean()).isTrue();
        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
    }

    @Test
    void everyRoleOfPeopleHasSomebodyAndNobodyHasTwoThatExcludeEachOther() {
        var people = file.people();

        assertThat(people.stream().flatMap(person -> person.roles().stream()))
                .contains(rolesInTokensOf("openrcm-desk").toArray(String[]::new));
        assertThat(people).allSatisfy(person -> {
            assertThat(person.roles().containsAll(List.of(Roles.POSTER, Roles.APPROVER)))
                    .isFalse();
            if (person.roles().contains(Roles.AUDITOR) || person.roles().contains(Roles.ADMINISTRATOR)) {
                assertThat(person.roles()).hasSize(1);
            }
        });
        assertThat(people.stream().filter(person -> person.facilities().equals(List.of("HARBOR"))))
                .extracting(Person::roles)
                .containsExactly(List.of(Roles.BILLER));
    }

    private JsonNode client(String id) {
        return find(realm.path("clients"), "clientId", id).orElseThrow();
    }

    private String attribute(String client, String name) {
        return client(client).path("attributes").path(name).asText();
    }

    private List<String> rolesInTokensOf(String client) {
        return find(realm.path("scopeMappings"), "client", client)
                .map(mapping -> texts(mapping.path("roles")))
                .orElse(List.of());
    }

    private List<String> audiencesOf(String client) {
        return texts(client(client).path("defaultClientScopes")).stream()
                .map(scope -> find(realm.path("clientScopes"), "name", scope).orElseThrow())
                .flatMap(scope -> scope.findValues("included.custom.audience").stream())
                .map(JsonNode::asText)
                .toList();
    }

    private static Optional<JsonNode> find(JsonNode all, String key, String value) {
        return all.valueStream()
                .filter(one -> one.path(key).asText().equals(value))
                .findFirst();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
