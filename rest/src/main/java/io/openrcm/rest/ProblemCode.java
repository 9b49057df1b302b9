package io.openrcm.rest;

/** One entry of a service's catalogue of errors; each service has one enum of these. */
public interface ProblemCode {

    /** The stable code in upper snake case, which callers may switch on. */
    String name();

    /** HTTP status. */
    int status();

    /** The sentence that is the same for every occurrence. */
    String title();
}
