package io.openrcm.security.sealing.packing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * Content in less room, because what is sealed cannot be made smaller afterwards: four bytes with the content's length, then one LZ4 block. For
 * what is authenticated only: the length is believed.
 */
public final class Packed {

    /** A claim's content is some thousand bytes long; in a shorter one there is little that repeats. */
    public static final int WORTHWHILE_BYTES = 512;

    private static final LZ4Compressor COMPRESSOR = LZ4Factory.fastestInstance().fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR =
            LZ4Factory.fastestInstance().safeDecompressor();

    private Packed() {}

    /** The content packed, and then shorter; as it is where that would be no shorter. */
    public static byte[] smaller(byte[] content) {
        if (content.length < WORTHWHILE_BYTES) {
            return content;
        }
        var packed = new byte[Integer.BYTES + COMPRESSOR.maxCompressedLength(content.length)];
        int length = Integer.BYTES + COMPRESSOR.compress(content, 0, content.length, packed, Integer.BYTES);
        if (length >= content.length) {
            return content;
        }
        ByteBuffer.wrap(packed).putInt(content.length);
        return Arrays.copyOf(packed, length);
    }

    /** The content again. */
    public static byte[] unpack(byte[] packed) {
        var content = new byte[ByteBuffer.wrap(packed).getInt()];
        int length = DECOMPRESSOR.decompress(packed, Integer.BYTES, packed.length - Integer.BYTES, content, 0);
        if (length != content.length) {
            throw new IllegalStateException("packed content is shorter than it says");
        }
        return content;
    }
}
