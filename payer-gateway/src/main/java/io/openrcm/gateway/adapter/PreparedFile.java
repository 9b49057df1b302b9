package io.openrcm.gateway.adapter;

/**
 * A file that is ready to leave.
 *
 * @param folder the partner's folder under the exchange root
 * @param name unique towards the partner for ever
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once to be written; never compared
public record PreparedFile(String folder, String name, byte[] bytes) {}
