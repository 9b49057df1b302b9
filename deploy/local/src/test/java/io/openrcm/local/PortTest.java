package io.openrcm.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void withoutAnyWishThePortsAreTheDocumentedOnes() {
        var ports = Port.chosenBy(Map.of());

        assertEquals(15_432, ports.get(Port.POSTGRES));
        assertEquals(8_081, ports.get(Port.CODING));
        assertEquals(8_090, ports.get(Port.SIMULATOR));
    }

    @Test
    void aBaseMovesAllPortsAndOneOfItsOwnWins() {
        var ports = Port.chosenBy(Map.of("RCM_PORT_BASE", "20000", "RCM_PORT_CLAIMS", "9082"));

        assertEquals(20_000, ports.get(Port.POSTGRES));
        assertEquals(20_002, ports.get(Port.CODING));
        assertEquals(9_082, ports.get(Port.CLAIMS));
        assertEquals(Port.values().length, new HashSet<>(ports.values()).size());
    }

    @Test
    void whatIsNoPortIsRefusedByTheNameOfItsVariable() {
        for (var wrong : new String[] {"eighty", "0", "-1", "70000", ""}) {
            var refused = assertThrows(StackFault.class, () -> Port.chosenBy(Map.of("RCM_PORT_KAFKA", wrong)));
            assertEquals("RCM_PORT_KAFKA", refused.getMessage().substring(0, 14));
        }
    }
}
