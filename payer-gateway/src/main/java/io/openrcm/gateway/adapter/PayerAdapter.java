package io.openrcm.gateway.adapter;

import io.openrcm.gateway.partner.AdapterKind;
import java.io.IOException;

/**
 * One way of handing a file to a trading partner. What comes back needs no method here: an adapter puts it into the
 * partner's inbox folder or posts it to {@code /trading-partners/{id}/files}.
 */
public interface PayerAdapter {

    AdapterKind kind();

    /**
     * Hands the file over, or finds that it was handed over before. May be asked again for the same file after a crash at
     * any moment; the partner must then still get it once.
     *
     * @throws IOException if it is not certain that the partner can take the file; it will be asked again
     */
    Delivered deliver(PreparedFile file) throws IOException;
}
