package io.openrcm.gateway.x12;

import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.SyntaxFault;
import java.util.List;

/** What a file from a trading partner turned out to be. */
public sealed interface X12File {

    /** Every interchange is whole. A transaction set inside may still be unsupported or unreadable; it then says so itself. */
    record Read(List<Interchange> interchanges) implements X12File {
        public Read {
            interchanges = List.copyOf(interchanges);
        }
    }

    /** What is there is in order, but the last interchange has no trailer yet: more bytes may come. */
    record Incomplete(Position end) implements X12File {}

    /** Not X12, or damaged beyond trust; nothing of the file may be used. */
    record Broken(Position at, SyntaxFault fault) implements X12File {}
}
