package io.openrcm.gateway.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folders in which files are exchanged: {@code <root>/<partner>/{outbox,inbox}[/taken]}. Made where missing. */
@ApplicationScoped
class PartnerFolders {

    private final Path root;

    PartnerFolders(@ConfigProperty(name = "openrcm.exchange-root") Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path outbox(String folder) throws IOException {
        return made(folder, "outbox");
    }

    Path inbox(String folder) throws IOException {
        return made(folder, "inbox");
    }

    /** Where either side puts what it has taken. */
    Path taken(Path box) {
        return box.resolve("taken");
    }

    /** Refuses a folder that is a link or lies elsewhere: what is written there would leave the exchange. */
    private Path made(String folder, String box) throws IOException {
        var path = root.resolve(folder).resolve(box).normalize();
        if (!path.startsWith(root) || path.getNameCount() != root.getNameCount() + 2) {
            throw new IOException("a partner's folder lies outside the exchange root");
        }
        var _ = Files.createDirectories(path.resolve("taken"));
        for (var part : List.of(root.resolve(folder), path, path.resolve("taken"))) {
            if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("a partner's folder is a link");
            }
        }
        return path;
    }
}
