package io.openrcm.local.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keycloak's own page on which a person signs in, as a browser shows it. Cookies are kept here and not by the HTTP client: Keycloak
 * marks them as secure on loopback too, where browsers send them over plain HTTP and the client does not.
 */
final class LoginPage {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final HttpClient http;
    private final String backTo;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    LoginPage(HttpClient http, String backTo) {
        this.http = http;
        this.backTo = backTo;
    }

    /** Opens the page and fills in its form; the address with which the browser is sent back. */
    URI fillIn(URI page, String username, String password) throws IOException, InterruptedException {
        var shown = send(HttpRequest.newBuilder(page).GET());
        var form = FORM.matcher(shown.body());
        if (shown.statusCode() != 200 || !form.find()) {
            throw new SignInRefused(username, "the page to sign in on answered " + shown.statusCode());
        }
        var answer = send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Realm.form(Map.of("username", username, "password", password)))));
        return answer.headers()
                .firstValue("Location")
                .filter(back -> back.startsWith(backTo + "?"))
                .map(URI::create)
                .orElseThrow(() -> new SignInRefused(username, "the page asks again, or for more than a password"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            var header = cookies.entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("; "));
            request.header("Cookie", header);
        }
        var answer = http.send(request.timeout(Realm.PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}
