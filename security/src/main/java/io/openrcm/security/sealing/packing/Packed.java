package io.openrcm.security.sealing.packing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.jboss.logging.Logger;

/**
 * Content in less room, because what is sealed cannot be made smaller afterwards: four bytes with the content's length, then one LZ4 block. For
 * what is authenticated only: the length is believed.
 */
public final class Packed {

    /** A claim's content is some thousand bytes long; in a shorter one there is little that repeats. */
    public static final int WORTHWHILE_BYTES = 512;

    private static final Logger LOG = Logger.getLogger(Packed.class);
    private static final LZ4Factory LZ4 = fastest(LZ4Factory::nativeInstance);
    private static final LZ4Compressor COMPRESSOR = LZ4.fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR = LZ4.safeDecompressor();

    private Packed() {}

    /**
     * The machine's own code where the library brings it along, else Java, which is four times as slow; each reads what the other packed. Asked
     * for by name: {@code fastestInstance} takes the machine's code from the class path only, and a packaged service has a class loader of its
     * own.
     */
    static LZ4Factory fastest(Supplier<LZ4Factory> machines) {
        try {
            return machines.get();
        } catch (RuntimeException | LinkageError | AssertionError notForThisMachine) {
            LOG.infof("what is sealed is packed by Java code, not the machine's own: %s", notForThisMachine);
            return LZ4Factory.fastestJavaInstance();
        }
    }

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
