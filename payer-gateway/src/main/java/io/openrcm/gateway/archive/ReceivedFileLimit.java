package io.openrcm.gateway.archive;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The largest file that is taken in, in bytes: what is taken is read in memory. */
@ApplicationScoped
public class ReceivedFileLimit {

    private final int bytes;

    ReceivedFileLimit(@ConfigProperty(name = "openrcm.received-file-limit-bytes") int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }
}
