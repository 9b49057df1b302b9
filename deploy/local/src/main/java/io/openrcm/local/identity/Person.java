package io.openrcm.local.identity;

import java.util.List;
import java.util.Locale;

/** Somebody invented who works with the local stack. */
public record Person(String username, String name, List<String> roles, List<String> facilities) {

    public Person {
        roles = List.copyOf(roles);
        facilities = List.copyOf(facilities);
    }

    /** What stands in the realm file where the password shall be. */
    String passwordVariable() {
        return "PASSWORD_" + username.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
