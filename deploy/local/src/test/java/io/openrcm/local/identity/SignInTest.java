package io.openrcm.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrcm.local.IdentityFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real Keycloak and the realm of the repository. */
class SignInTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final AtomicLong NOW = new AtomicLong();

    @TempDir
    static Path folder;

    private static IdentityFixture identity;
    private static Accounts accounts;
    private static Realm realm;

    @BeforeAll
    static void startKeycloak() throws IOException {
        identity = IdentityFixture.start(folder);
        accounts = Accounts.of(identity.root(), identity.secrets());
        realm = new Realm(URI.create(RealmFile.issuer(identity.keycloak())), HTTP, NOW::get);
    }

    @AfterAll
    static void stopKeycloak() throws IOException {
        identity.close();
        HTTP.close();
    }

    @Test
    void aPersonsTokenSaysWhoActsInWhichRolesAndForWhichFacilities() throws Exception {
        var claims = claims(tokens().person("supervisor").token());

        assertThat(claims.path("iss").asText()).isEqualTo(realm.issuer().toString());
        assertThat(claims.path("preferred_username").asText()).isEqualTo("sofia.lund");
        assertThat(claims.path("sub").asText()).isNotBlank();
        assertThat(texts(claims.path("aud")))
                .containsExactlyInAnyOrder("coding-service", "claims-service", "payer-gateway", "followup-service");
        assertThat(texts(claims.path("realm_access").path("roles"))).containsExactlyInAnyOrder("supervisor", "part2");
        assertThat(texts(claims.path("facilities"))).containsExactly("*");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void whoWorksForAnotherFacilityHasATokenForThatOneOnly() throws Exception {
        var claims = claims(tokens().person("biller", "HARBOR").token());

        assertThat(claims.path("preferred_username").asText()).isEqualTo("hana.beck");
        assertThat(texts(claims.path("facilities"))).containsExactly("HARBOR");
    }

    @Test
    void theHospitalsTokenIsGoodForTheIntakeAlone() throws Exception {
        var claims = claims(tokens().hospital().token());

        assertThat(claims.path("aud").asText()).isEqualTo("coding-service");
        assertThat(texts(claims.path("realm_access").path("roles"))).containsExactly("hospital-system");
        assertThat(texts(claims.path("facilities"))).containsExactly("LAKESIDE");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void whoCallsOftenSignsInOnce() throws Exception {
        var poster = tokens().person("poster");

        assertThat(poster.token()).isEqualTo(poster.token());
    }

    @Test
    void aTokenIsRenewedWithoutThePasswordAndARefreshTokenIsGoodOnce() throws Exception {
        var coder = signIn("carla.reyes");
        var first = coder.signIn();

        var second = coder.refreshed(first);

        assertThat(claims(second.access()).path("sid"))
                .isEqualTo(claims(first.access()).path("sid"));
        assertThat(second.access()).isNotEqualTo(first.access());
        assertThatThrownBy(() -> coder.refreshed(first))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void whoGoesOnCallingHasANewTokenBeforeTheOldOneEnds() throws Exception {
        var specialist = signIn("dmitri.vale");
        var hospital = hospital(key(), Clock.systemUTC());
        var first = specialist.token();
        var firstOfHospital = hospital.token();

        NOW.addAndGet(Duration.ofSeconds(280).toNanos());

        assertThat(specialist.token()).isNotEqualTo(first);
        assertThat(claims(specialist.token()).path("sid"))
                .isEqualTo(claims(first).path("sid"));
        assertThat(hospital.token()).isNotEqualTo(firstOfHospital);
    }

    @Test
    void aMachinesStatementIsGoodOnce() throws Exception {
        var hospital = hospital(key(), Clock.systemUTC());
        var statement = hospital.statement();
        var _ = hospital.signIn(statement);

        assertThatThrownBy(() -> hospital.signIn(statement))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("reuse");
    }

    @Test
    void aStatementThatHasEndedOrIsGoodForTooLongIsRefused() throws IOException {
        for (var off : List.of(Duration.ofMinutes(-10), Duration.ofMinutes(10))) {
            var hospital = hospital(key(), Clock.offset(Clock.systemUTC(), off));

            assertThatThrownBy(() -> hospital.signIn(hospital.statement())).isInstanceOf(SignInRefused.class);
        }
    }

    @Test
    void whoHasAnotherKeyIsNotTheHospital() throws Exception {
        var hospital = hospital(ClientKey.keptIn(folder.resolve("other.pem")), Clock.systemUTC());

        assertThatThrownBy(() -> hospital.signIn(hospital.statement())).isInstanceOf(SignInRefused.class);
    }

    @Test
    void aWrongPasswordIsRefusedAndNotRepeated() {
        var wrong = new SignIn(realm, "adam.frost", "let-me-in-please");

        assertThatThrownBy(wrong::token)
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("adam.frost could not sign in")
                .hasMessageNotContaining("let-me-in");
    }

    @Test
    void aPasswordIsTakenOnKeycloaksPageAndNowhereElse() throws IOException {
        var auditor = accounts.person(person -> person.roles().contains("auditor"), "auditor");
        for (var client : List.of("openrcm-desk", "admin-cli")) {
            var direct = Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    client,
                    "username",
                    auditor.username(),
                    "password",
                    accounts.password(auditor));

            assertThatThrownBy(() -> realm.ask(client, direct)).isInstanceOf(SignInRefused.class);
        }
    }

    @Test
    void withoutProofOfTheCodeNobodyIsAskedForAPassword() throws Exception {
        var page = realm.signInPage(Map.of(
                "client_id", "openrcm-desk", "response_type", "code", "redirect_uri", "http://127.0.0.1/signed-in"));

        var answer = get(page);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("code_challenge_method");
    }

    @Test
    void nobodyIsSentBackToAnotherMachine() throws Exception {
        var page = realm.signInPage(Map.of(
                "client_id", "openrcm-desk", "response_type", "code", "redirect_uri", "http://desk.example/signed-in"));

        assertThat(get(page).statusCode()).isEqualTo(400);
    }

    private static Tokens tokens() {
        return new Tokens(accounts, identity.keycloak(), HTTP);
    }

    private static SignIn signIn(String username) throws IOException {
        var person = accounts.person(one -> one.username().equals(username), username);
        return new SignIn(realm, username, accounts.password(person));
    }

    private static ClientKey key() throws IOException {
        return accounts.key("hospital-lakeside");
    }

    private static MachineSignIn hospital(ClientKey key, Clock clock) {
        return new MachineSignIn(realm, "hospital-lakeside", key, clock);
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
