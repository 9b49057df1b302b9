package io.openrcm.security.sealing.packing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedTest {

    private static final byte[] CONTENT =
            "{\"code\":\"I10\",\"role\":\"PRINCIPAL\"},".repeat(60).getBytes(UTF_8);

    @Test
    void whatTheMachinesOwnCodePackedJavaUnpacks() {
        var packed = Packed.smaller(CONTENT);

        var content = LZ4Factory.fastestJavaInstance()
                .safeDecompressor()
                .decompress(Arrays.copyOfRange(packed, Integer.BYTES, packed.length), CONTENT.length);

        assertThat(packed).hasSizeLessThan(CONTENT.length / 2);
        assertThat(content).isEqualTo(CONTENT);
    }

    @Test
    void whatJavaPackedTheMachinesOwnCodeUnpacks() {
        var block = LZ4Factory.fastestJavaInstance().fastCompressor().compress(CONTENT);

        var content = Packed.unpack(ByteBuffer.allocate(Integer.BYTES + block.length)
                .putInt(CONTENT.length)
                .put(block)
                .array());

        assertThat(content).isEqualTo(CONTENT);
    }

    static Stream<Throwable> whatALibraryThrowsThatIsNotForThisMachine() {
        return Stream.of(
                new ExceptionInInitializerError("cannot unpack"),
                new NoClassDefFoundError("LZ4JNI"),
                new UnsatisfiedLinkError("noexec"),
                new AssertionError("no such machine"),
                new UnsupportedOperationException("no such machine"));
    }

    @ParameterizedTest
    @MethodSource("whatALibraryThrowsThatIsNotForThisMachine")
    void whereTheMachinesOwnCodeIsMissingJavaPacks(Throwable missing) {
        var instead = Packed.fastest(() -> {
            throw sneaky(missing);
        });

        assertThat(instead).isEqualTo(LZ4Factory.fastestJavaInstance());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
