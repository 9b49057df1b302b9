package io.openrcm.events.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One folder of the transcripts: a story in numbered steps. */
public final class Story {

    private static final Path FOLDER = Path.of(System.getProperty("openrcm.root", ".."))
            .resolve("events/src/main/resources/transcripts")
            .toAbsolutePath()
            .normalize();

    private final Path folder;

    private Story(Path folder) {
        this.folder = folder;
    }

    public static List<Story> all() {
        return list(FOLDER).stream().filter(Files::isDirectory).map(Story::new).toList();
    }

    public String name() {
        return folder.getFileName().toString();
    }

    /** Whether every message comes twice. */
    boolean isToldTwice() {
        return name().equals("same-message-twice");
    }

    List<Step> steps() {
        return list(folder).stream()
                .map(file -> Step.of(file.getFileName().toString(), read(file)))
                .toList();
    }

    /** Writes the story anew, its steps numbered from 01. */
    void write(List<Step> steps) {
        try {
            for (var file : list(folder)) {
                Files.delete(file);
            }
            for (int i = 0; i < steps.size(); i++) {
                var file =
                        folder.resolve("%02d-%s".formatted(i + 1, steps.get(i).name()));
                var _ = Files.writeString(file, steps.get(i).text());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
