package io.openrcm.security.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the sender of this request is under an approved emergency access. */
@RequestScoped
public class Elevation {

    private @Nullable Caller caller;

    public void to(Caller elevated) {
        caller = elevated;
    }

    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }
}
