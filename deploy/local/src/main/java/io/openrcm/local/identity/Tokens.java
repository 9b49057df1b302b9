package io.openrcm.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whoever works with the local stack, each signed in at the first call and as long as calls come. */
public final class Tokens {

    private final Accounts accounts;
    private final Realm realm;
    private final Map<String, Bearer> known = new ConcurrentHashMap<>();

    /** Keycloak's address is as in {@code http://127.0.0.1:18080}; the client must not follow redirects. */
    public Tokens(Accounts accounts, String keycloak, HttpClient http) {
        this.accounts = accounts;
        this.realm = new Realm(URI.create(RealmFile.issuer(keycloak)), http, System::nanoTime);
    }

    /** The hospital's own system, which sends encounters. */
    public Bearer hospital() {
        return machine("hospital-lakeside");
    }

    /** A machine by the name of its client. */
    public Bearer machine(String client) {
        return known.computeIfAbsent(client, _ -> {
            try {
                return new MachineSignIn(realm, client, accounts.key(client), Clock.systemUTC());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** The first of the people who has the role. */
    public Bearer person(String role) {
        return of(accounts.person(person -> person.roles().contains(role), role));
    }

    /** The first of the people who has the role and works for this facility. */
    public Bearer person(String role, String facility) {
        return of(accounts.person(
                person -> person.roles().contains(role) && person.facilities().contains(facility),
                role + " of " + facility));
    }

    /** Whoever is called so: a machine, a user name, or else the first who has a role of this name. */
    public Bearer named(String name) {
        if (accounts.realm().machines().contains(name)) {
            return machine(name);
        }
        return of(accounts.person(
                person -> person.username().equals(name) || person.roles().contains(name), name));
    }

    private Bearer of(Person person) {
        return known.computeIfAbsent(person.username(), username -> {
            try {
                return new SignIn(realm, username, accounts.password(person));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
