package io.openrcm.local.identity;

/** Keycloak did not let somebody in; says who and what Keycloak answered, and never with what. */
public final class SignInRefused extends IllegalStateException {

    SignInRefused(String who, String answer) {
        super(who + " could not sign in: " + answer);
    }
}
