package io.openrcm.claims.coordination;

/** A record of a master table with the revision that an edit must name. */
public record Kept<T>(T value, int revision) {

    public String etag() {
        return "\"" + revision + "\"";
    }
}
